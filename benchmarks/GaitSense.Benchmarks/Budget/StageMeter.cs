using System.Diagnostics;

namespace GaitSense.Benchmarks;

/// <summary>
/// The undisturbed cost of one stage on one input. Each lap does the same work, so each piece of a lap is timed by itself and the fastest
/// of all laps counts: what other processes take from a busy machine falls on some pieces of some laps and drops out.
/// </summary>
internal sealed class StageMeter(string stage, string input, Stage work)
{
    private const int Piece = 128;

    private readonly long[] _fastest = [.. Enumerable.Repeat(long.MaxValue, BenchmarkInput.Length / Piece)];
    private long _allocated;
    private long _samples;

    public string Stage { get; } = stage;

    public string Input { get; } = input;

    /// <summary>Nanoseconds for each sample and foot.</summary>
    public double Nanoseconds => _fastest.Sum() * (1e9 / Stopwatch.Frequency) / (BenchmarkInput.Length * work.OperationsPerSample);

    /// <summary>Bytes allocated for each sample and foot.</summary>
    public double Bytes => (double)_allocated / _samples;

    /// <summary>Runs one lap without looking.</summary>
    public void WarmUp() => work.RunLap();

    /// <summary>Times one lap.</summary>
    public void Measure()
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int piece = 0; piece < _fastest.Length; piece++)
        {
            long start = Stopwatch.GetTimestamp();
            work.Run(piece * Piece, (piece + 1) * Piece);
            _fastest[piece] = Math.Min(_fastest[piece], Stopwatch.GetTimestamp() - start);
        }

        _allocated += GC.GetAllocatedBytesForCurrentThread() - before;
        _samples += BenchmarkInput.Length * work.OperationsPerSample;
    }
}
