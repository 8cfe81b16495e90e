using System.Buffers.Binary;
using GaitSense.Core;
using GaitSense.Protocol;
using GaitSense.Recording.Session;

namespace GaitSense.Web.Tests.Bluetooth;

/// <summary>The packets of samples that a session file keeps, in their order.</summary>
internal static class SessionPackets
{
    // Inputs of a session file (FORMAT.md).
    private const int Subscribed = 8, Taken = 10;

    /// <param name="session">The session's folder.</param>
    /// <param name="foot">Whose.</param>
    /// <param name="isWhole">Whether the file must be without damage.</param>
    public static byte[][] Of(string session, Foot foot, bool isWhole = true)
    {
        Dictionary<int, Guid> channels = [];
        List<byte[]> packets = [];
        using SessionFileReader reader = SessionFileReader.Open(Path.Combine(session, SessionFolder.SessionFile));
        while (reader.TryRead(out SessionRecord record))
        {
            if (!SessionRecordKind.IsInput(record.Kind, out int input, out Foot of) || of != foot || !record.TryReadNumber(out int channel, out ReadOnlySpan<byte> value)) continue;
            if (input == Subscribed) channels[channel] = new Guid(value, bigEndian: true);
            else if (input == Taken && channels.GetValueOrDefault(channel) == GaitSenseUuid.SampleStream) packets.Add(value.ToArray());
        }

        if (isWhole) reader.Damage.ShouldBeEmpty();
        return [.. packets];
    }

    /// <summary>The running number of a packet's first sample: bytes 2 and 3 of SPEC.md section 4.</summary>
    public static ushort NumberOf(byte[] packet) => BinaryPrimitives.ReadUInt16LittleEndian(packet.AsSpan(2));
}
