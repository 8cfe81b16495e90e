using GaitSense.Core;

namespace GaitSense.Recording.Session;

/// <summary>
/// How the sensors' connections were opened, once more beside the session file: those records stand in its first block, and without them no notification after it means
/// anything. Bytes of records as in a block (FORMAT.md).
/// </summary>
public sealed class SessionOpening
{
    private const int MaxBytes = 64 * 1024;

    private readonly Lock _gathering = new();
    private readonly List<byte> _records = [];
    private long _lastUs;

    /// <summary>Takes a sensor's input. What comes after 64 kB is left out.</summary>
    /// <param name="kind">Its kind of record.</param>
    /// <param name="time">When it came.</param>
    /// <param name="number">Its number.</param>
    /// <param name="value">Its bytes.</param>
    public void Add(byte kind, HostTime time, int number, ReadOnlySpan<byte> value)
    {
        Span<byte> head = stackalloc byte[1 + (3 * SessionFileFormat.MaxVariableBytes)], prefix = stackalloc byte[SessionFileFormat.MaxVariableBytes];
        int prefixed = SessionFileFormat.WriteVariable(prefix, (uint)number), at = 1;
        lock (_gathering)
        {
            if (_records.Count + head.Length + value.Length > MaxBytes) return;
            head[0] = kind;
            at += SessionFileFormat.WriteVariable(head[at..], SessionFileFormat.ZigZag(time.Microseconds - _lastUs));
            at += SessionFileFormat.WriteVariable(head[at..], (ulong)(prefixed + value.Length));
            _records.AddRange(head[..at]);
            _records.AddRange(prefix[..prefixed]);
            _records.AddRange(value);
            _lastUs = time.Microseconds;
        }
    }

    /// <summary>All of it so far.</summary>
    public byte[] ToBytes()
    {
        lock (_gathering) return [.. _records];
    }

    /// <summary>Reads the next record; false at the end, and where the rest is none.</summary>
    /// <param name="records">What <see cref="ToBytes"/> gave.</param>
    /// <param name="at">Where the record begins; moved to its end.</param>
    /// <param name="lastUs">Time of the record before, µs; 0 at first; moved on.</param>
    /// <param name="record">It.</param>
    public static bool TryRead(ReadOnlySpan<byte> records, ref int at, ref long lastUs, out SessionRecord record)
    {
        record = default;
        if (at >= records.Length) return false;
        byte kind = records[at++];
        if (!SessionFileFormat.TryReadVariable(records, ref at, out ulong step) || !SessionFileFormat.TryReadVariable(records, ref at, out ulong length) || length > (ulong)(records.Length - at))
        {
            at = records.Length;
            return false;
        }

        lastUs = unchecked(lastUs + SessionFileFormat.UnZigZag(step));
        record = new SessionRecord(kind, new HostTime(lastUs), records.Slice(at, (int)length));
        at += (int)length;
        return SessionRecordKind.IsInput(kind, out _, out _);
    }
}
