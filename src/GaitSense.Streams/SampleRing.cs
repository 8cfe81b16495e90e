using GaitSense.Core;

namespace GaitSense.Streams;

/// <summary>
/// Samples in order, between the radio and the walk: first on the sensor's clock, then, from the oldest on, on the walk's. When they are not taken, the
/// oldest go. Memory is fixed.
/// </summary>
internal sealed class SampleRing
{
    private const int Capacity = 1024;
    private const int Remembered = 64;

    // So little room counts as none.
    private const int NearlyFull = 128;

    private readonly ImuSample[] _samples = new ImuSample[Capacity];
    private readonly double[] _packets = new double[Remembered];
    private int _first, _packet;

    public SampleRing() => Forget();

    /// <summary>Samples that wait.</summary>
    public int Count { get; private set; }

    /// <summary>How many of them, from the first on, have their time in the walk.</summary>
    public int Mapped { get; private set; }

    public bool IsNearlyFull => Count > Capacity - NearlyFull;

    /// <summary>The oldest sample.</summary>
    public ref readonly ImuSample First => ref _samples[_first];

    /// <summary>Time of the first sample that is still on the sensor's clock.</summary>
    public DeviceTime NextUnmapped => _samples[(_first + Mapped) % Capacity].Time;

    public void Add(in ImuSample sample)
    {
        if (Count == Capacity)
        {
            RemoveFirst();
        }

        _samples[(_first + Count++) % Capacity] = sample;
    }

    /// <summary>Gives the first unmapped sample its time in the walk.</summary>
    public void Map(DeviceTime walk)
    {
        ref ImuSample sample = ref _samples[(_first + Mapped++) % Capacity];
        sample = sample with { Time = walk };
    }

    /// <summary>Those that have no time in the walk follow each other evenly, up to the last one.</summary>
    public void Spread(double lastUs, double periodUs)
    {
        for (int i = Count - 1; i >= Mapped; i--) Retime(i, lastUs - ((Count - 1 - i) * periodUs));
    }

    /// <summary>The newest, which have no time in the walk, were taken later than it seemed.</summary>
    public void Delay(int newest, double byUs)
    {
        for (int i = Math.Max(Mapped, Count - newest); i < Count; i++) Retime(i, _samples[(_first + i) % Capacity].Time.Microseconds + byUs);
    }

    public ImuSample Take()
    {
        ImuSample sample = First;
        RemoveFirst();
        return sample;
    }

    /// <summary>Drops what has no time in the walk and never will.</summary>
    public void DropUnmapped()
    {
        Count = Mapped;
    }

    /// <summary>A packet was taken in: seen again, it is a duplicate.</summary>
    public void Remember(double firstUs) => _packets[_packet++ % Remembered] = firstUs;

    public bool Remembers(double firstUs)
    {
        foreach (double packet in _packets)
            if (Math.Abs(packet - firstUs) < 0.5) return true;
        return false;
    }

    /// <summary>Another epoch: packets seen before say nothing about those to come.</summary>
    public void Forget() => Array.Fill(_packets, double.NaN);

    private void Retime(int index, double us)
    {
        ref ImuSample sample = ref _samples[(_first + index) % Capacity];
        sample = sample with { Time = new DeviceTime((long)Math.Round(us)) };
    }

    private void RemoveFirst()
    {
        _first = (_first + 1) % Capacity;
        Count--;
        if (Mapped > 0) Mapped--;
    }
}
