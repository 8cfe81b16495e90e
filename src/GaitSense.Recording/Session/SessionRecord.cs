using GaitSense.Core;

namespace GaitSense.Recording;

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
}
