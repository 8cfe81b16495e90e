using GaitSense.Core;
using GaitSense.Protocol;

namespace GaitSense.Streams;

/// <summary>A few packets that overtook others, in the order of their times. Memory is fixed.</summary>
internal sealed class PacketHold
{
    private const int Capacity = 8;

    private readonly Slot[] _slots = new Slot[Capacity];
    private int _count;

    public PacketHold()
    {
        for (int i = 0; i < Capacity; i++) _slots[i] = new Slot { Raw = new RawReading[SensorDialogue.MaxReadings] };
    }

    /// <summary>Whether no more can wait.</summary>
    public bool IsFull => _count == Capacity;

    /// <summary>Readings of the earliest packet.</summary>
    public PacketReadings First => new(_slots[0].Stream!, _slots[0].Raw.AsSpan(0, _slots[0].Count));

    /// <summary>Keeps a packet. False: it is there already. There must be room.</summary>
    public bool TryAdd(double firstUs, PacketReadings readings, HostTime since)
    {
        int at = _count;
        while (at > 0 && _slots[at - 1].FirstUs >= firstUs) at--;
        if (at < _count && _slots[at].FirstUs <= firstUs) return false;
        Slot free = _slots[_count];
        Array.Copy(_slots, at, _slots, at + 1, _count - at);
        readings.Raw.CopyTo(free.Raw);
        (free.FirstUs, free.Count, free.Since, free.Stream) = (firstUs, readings.Length, since, readings.Stream);
        _slots[at] = free;
        _count++;
        return true;
    }

    /// <summary>The earliest packet's time, and since when it waits.</summary>
    public bool TryPeekFirst(out double firstUs, out HostTime since)
    {
        (firstUs, since) = (_slots[0].FirstUs, _slots[0].Since);
        return _count > 0;
    }

    public void RemoveFirst()
    {
        Slot free = _slots[0];
        _count--;
        Array.Copy(_slots, 1, _slots, 0, _count);
        _slots[_count] = free;
    }

    public void Clear() => _count = 0;

    private sealed class Slot
    {
        public required RawReading[] Raw { get; init; }

        public StreamDescription? Stream { get; set; }

        public double FirstUs { get; set; }

        public int Count { get; set; }

        public HostTime Since { get; set; }
    }
}
