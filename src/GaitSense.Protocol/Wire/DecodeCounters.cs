using System.Buffers;

namespace GaitSense.Protocol;

/// <summary>What came over a link and what was wrong with it. Written by one thread; other threads may read a count that is a moment old.</summary>
public sealed class DecodeCounters
{
    /// <summary>Messages of all kinds, good and bad.</summary>
    public long Messages { get; private set; }

    /// <summary>Samples that were accepted.</summary>
    public long Samples { get; private set; }

    /// <summary>Messages too short, of a bad length, or with a field out of range.</summary>
    public long Malformed { get; private set; }

    /// <summary>Messages of another major version.</summary>
    public long OtherVersion { get; private set; }

    /// <summary>Messages of an unknown kind: they are skipped.</summary>
    public long UnknownKind { get; private set; }

    /// <summary>Well-formed sample packets of a stream whose info is not known (yet): they cannot be decoded.</summary>
    public long OtherStream { get; private set; }

    /// <summary>Well-formed answers that were not asked for, or no longer waited for.</summary>
    public long UnexpectedAnswers { get; private set; }

    /// <summary>Samples that could not be used because their other half (acceleration or angular rate) was lost.</summary>
    public long Unpaired { get; private set; }

    /// <summary>Counts a message by what is wrong with it.</summary>
    /// <param name="fault">What was found.</param>
    /// <returns>The same as a status: done, need more data (too short), or invalid.</returns>
    internal OperationStatus Count(PacketFault fault)
    {
        Messages++;
        switch (fault)
        {
            case PacketFault.None: return OperationStatus.Done;
            case PacketFault.OtherVersion: OtherVersion++; break;
            case PacketFault.UnknownKind: UnknownKind++; break;
            default: Malformed++; break;
        }

        return fault.ToStatus();
    }

    internal void CountSamples(int count) => Samples += count;

    internal void CountOtherStream() => OtherStream++;

    internal void CountUnexpectedAnswer() => UnexpectedAnswers++;

    internal void CountUnpaired(int count) => Unpaired += count;
}
