using GaitSense.Core;

namespace GaitSense.Recording.Session;

/// <summary>One record of a session file.</summary>
/// <param name="kind">What it is.</param>
/// <param name="time">When it came or was decided, by the host's clock.</param>
/// <param name="body">Its bytes, valid until the next record is read.</param>
public readonly ref struct SessionRecord(byte kind, HostTime time, ReadOnlySpan<byte> body)
{
    /// <summary>What it is.</summary>
    public byte Kind { get; } = kind;

    /// <summary>When it came or was decided, by the host's clock.</summary>
    public HostTime Time { get; } = time;

    /// <summary>Its bytes, valid until the next record is read.</summary>
    public ReadOnlySpan<byte> Body { get; } = body;

    /// <summary>The number that a sensor input begins with, and the bytes after it.</summary>
    public bool TryReadNumber(out int number, out ReadOnlySpan<byte> rest)
    {
        int at = 0;
        bool good = SessionFileFormat.TryReadVariable(Body, ref at, out ulong value) && value <= int.MaxValue;
        number = good ? (int)value : 0;
        rest = good ? Body[at..] : default;
        return good;
    }
}
