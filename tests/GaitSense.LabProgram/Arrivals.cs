using System.Buffers.Binary;
using System.Diagnostics;

namespace GaitSense.LabProgram;

/// <summary>Counts the lab sensor's packets (u32 number, u64 CLOCK_MONOTONIC ns) without allocating.</summary>
internal sealed class Arrivals(int capacity)
{
    private readonly double[] _latenciesMs = new double[capacity];
    private readonly uint[] _numbers = new uint[capacity];
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public long LastArrival { get; private set; }

    public void Take(ReadOnlySpan<byte> value, long hostTimestamp)
    {
        LastArrival = hostTimestamp;
        if (value.Length < 12 || _count >= _numbers.Length) return;
        _numbers[_count] = BinaryPrimitives.ReadUInt32LittleEndian(value);
        double hostNs = hostTimestamp * 1e9 / Stopwatch.Frequency;
        _latenciesMs[_count] = (hostNs - BinaryPrimitives.ReadUInt64LittleEndian(value[4..])) / 1e6;
        Volatile.Write(ref _count, _count + 1);
    }

    public void Say(string name)
    {
        int n = Count;
        uint[] numbers = _numbers[..n];
        double[] latencies = _latenciesMs[..n];
        Array.Sort(latencies);
        int distinct = numbers.Distinct().Count();
        int disorder = numbers.Zip(numbers.Skip(1)).Count(p => p.Second <= p.First);
        Lab.Say(name + ".received", n);
        Lab.Say(name + ".lost", n == 0 ? -1 : numbers.Max() - numbers.Min() + 1 - distinct);
        Lab.Say(name + ".duplicated", n - distinct);
        Lab.Say(name + ".disordered", disorder);
        if (n > 0) Lab.Say(name + ".latency_p50_ms", latencies[n / 2].ToString("0.00", System.Globalization.CultureInfo.InvariantCulture));
        if (n > 0) Lab.Say(name + ".latency_p99_ms", latencies[(int)(n * 0.99)].ToString("0.00", System.Globalization.CultureInfo.InvariantCulture));
        if (n > 0) Lab.Say(name + ".latency_max_ms", latencies[^1].ToString("0.00", System.Globalization.CultureInfo.InvariantCulture));
    }
}
