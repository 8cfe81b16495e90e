namespace GaitSense.Devices;

/// <summary>
/// Notifications between a radio's reader threads and the one thread that owns a foot. Bounded, and copied into memory that is there already: a
/// writer never waits for the reader and never allocates; what does not fit is dropped and counted.
/// </summary>
/// <param name="capacity">Most notifications that wait; a power of two.</param>
internal sealed class NotificationQueue(int capacity)
{
    /// <summary>Longest notification, bytes: the largest value that ATT allows.</summary>
    public const int MaxValueBytes = 512;

    private readonly byte[] _bytes = new byte[capacity * MaxValueBytes];
    private readonly Entry[] _entries = new Entry[capacity];

    // Held for one copy of at most 512 bytes: two characteristics may have two reader threads.
    private readonly Lock _writing = new();
    private long _written, _read, _dropped;
    private bool _isClosed;

    /// <summary>Notifications that did not fit.</summary>
    public long Dropped => Volatile.Read(ref _dropped);

    /// <summary>Whether nothing waits.</summary>
    public bool IsEmpty => Volatile.Read(ref _read) == Volatile.Read(ref _written);

    /// <summary>Adds a notification. Called on reader threads.</summary>
    /// <param name="channel">Which characteristic, as the driver numbers them.</param>
    /// <param name="value">Its bytes.</param>
    /// <param name="timestamp">When it arrived.</param>
    public bool TryWrite(int channel, ReadOnlySpan<byte> value, long timestamp)
    {
        lock (_writing)
        {
            if (_isClosed) return false;
            long at = _written;
            if (at - Volatile.Read(ref _read) == capacity || value.Length > MaxValueBytes)
            {
                Volatile.Write(ref _dropped, _dropped + 1);
                return false;
            }

            int slot = (int)(at & (capacity - 1));
            value.CopyTo(_bytes.AsSpan(slot * MaxValueBytes));
            _entries[slot] = new Entry(channel, value.Length, timestamp);
            Volatile.Write(ref _written, at + 1);
            return true;
        }
    }

    /// <summary>Takes no more; that is no loss.</summary>
    public void Close()
    {
        lock (_writing) _isClosed = true;
    }

    /// <summary>The oldest notification; it stays until <see cref="Advance"/>. Called on the owner's thread.</summary>
    public bool TryPeek(out int channel, out ReadOnlySpan<byte> value, out long timestamp)
    {
        channel = 0;
        timestamp = 0;
        value = default;
        if (IsEmpty) return false;
        int slot = (int)(_read & (capacity - 1));
        Entry entry = _entries[slot];
        (channel, timestamp) = (entry.Channel, entry.Timestamp);
        value = _bytes.AsSpan(slot * MaxValueBytes, entry.Length);
        return true;
    }

    /// <summary>Gives the oldest notification's place back.</summary>
    public void Advance() => Volatile.Write(ref _read, _read + 1);

    private readonly record struct Entry(int Channel, int Length, long Timestamp);
}
