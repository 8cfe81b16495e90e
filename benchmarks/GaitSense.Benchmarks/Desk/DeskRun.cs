using System.Diagnostics;
using System.Globalization;
using GaitSense.Sessions;

namespace GaitSense.Benchmarks;

/// <summary>One number of walkers at once, measured.</summary>
internal static class DeskRun
{
    /// <summary>How long is measured, s, after so much warm-up.</summary>
    public const double MeasuredS = 25, WarmUpS = 25;

    private const double TapeS = WarmUpS + MeasuredS + 5, FlushEveryS = SessionRecording.FlushEveryS;

    // Flushes wait for the disk: several at a time, as recordings' own tasks would.
    private const int Flushers = 8;

    /// <summary>Measures.</summary>
    /// <param name="count">Walkers.</param>
    /// <param name="records">Whether all are recorded.</param>
    public static async Task<DeskFigures> MeasureAsync(int count, bool records)
    {
        WalkTape tape = await WalkTape.RecordAsync(TapeS).ConfigureAwait(false);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("gaitsense-desk-");
        await WarmUpAsync(tape).ConfigureAwait(false);
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        long before = process.WorkingSet64;
        TapedWalker[] walkers = [.. Enumerable.Range(0, count).Select(i => new TapedWalker(tape, records ? Path.Combine(folder.FullName, i.ToString(CultureInfo.InvariantCulture)) : null))];
        try
        {
            using CancellationTokenSource over = new();
            Task<double>[] flushing = records ? [.. Enumerable.Range(0, Flushers).Select(n => Task.Factory.StartNew(() => Flush([.. walkers.Where((_, i) => i % Flushers == n)], over.Token), TaskCreationOptions.LongRunning))] : [];
            WalkThreads threads = new(TimeProvider.System);
            // All walkers walk the same tape, each a little later than the one before: their packets come spread over a second.
            long began = Stopwatch.GetTimestamp() + Stopwatch.Frequency, from = began + Ticks(WarmUpS), until = from + Ticks(MeasuredS);
            Task[] walks = [.. walkers.Select((w, i) => w.WalkAsync(threads, began + Ticks(i / (double)count), from, until))];
            await Task.Delay(Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), from)).ConfigureAwait(false);
            process.Refresh();
            (TimeSpan cpu, long allocated, long since) = (process.TotalProcessorTime, GC.GetTotalAllocatedBytes(), Stopwatch.GetTimestamp());
            await Task.Delay(Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), until)).ConfigureAwait(false);
            process.Refresh();
            double seconds = Stopwatch.GetElapsedTime(since).TotalSeconds, share = (process.TotalProcessorTime - cpu).TotalSeconds / seconds, mb = (GC.GetTotalAllocatedBytes() - allocated) / 1e6;
            long memory = process.WorkingSet64;
            await Task.WhenAll(walks).ConfigureAwait(false);
            await over.CancelAsync().ConfigureAwait(false);
            double[] flushed = await Task.WhenAll(flushing).ConfigureAwait(false);
            double[] sorted = [.. walkers.SelectMany(w => w.DelaysMs).Select(ms => (double)ms).Order()];
            return new DeskFigures(
                count, records, At(sorted, 0.5), At(sorted, 0.99), At(sorted, 1), 100 * share, (memory - before) / 1024.0 / count, mb / seconds, sorted.Length / MeasuredS, flushed.DefaultIfEmpty().Max());
        }
        finally
        {
            foreach (TapedWalker walker in walkers) await walker.DisposeAsync().ConfigureAwait(false);
            folder.Delete(recursive: true);
        }
    }

    // A server has run for a while: its code is compiled.
    private static async Task WarmUpAsync(WalkTape tape)
    {
        for (int walk = 0; walk < 20; walk++)
        {
            TapedWalker walker = new(tape, recordTo: null);
            walker.WalkAtOnce();
            await walker.DisposeAsync().ConfigureAwait(false);
        }

        await Task.Delay(TimeSpan.FromSeconds(1)).ConfigureAwait(false);
    }

    // Returns the longest time between two flushes of one walker, s.
    private static double Flush(TapedWalker[] walkers, CancellationToken stop)
    {
        double longest = 0;
        while (true)
        {
            long began = Stopwatch.GetTimestamp();
            foreach (TapedWalker walker in walkers) walker.Flush();
            bool isOver = stop.WaitHandle.WaitOne(TimeSpan.FromSeconds(Math.Max(0, FlushEveryS - Stopwatch.GetElapsedTime(began).TotalSeconds)));
            longest = Math.Max(longest, Stopwatch.GetElapsedTime(began).TotalSeconds);
            if (isOver) return longest;
        }
    }

    private static long Ticks(double seconds) => (long)(seconds * Stopwatch.Frequency);

    private static double At(double[] sorted, double share) => sorted.Length == 0 ? double.NaN : sorted[(int)Math.Min(sorted.Length - 1, share * sorted.Length)];
}
