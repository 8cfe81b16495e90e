namespace GaitSense.Protocol;

/// <summary>How many samples go into a packet, SPEC.md section 4.</summary>
public static class PacketSizes
{
    /// <summary>The smallest ATT MTU that a link has, bytes.</summary>
    public const int MinMtu = 23;

    private const int MaxValueBytes = 512;

    /// <summary>Most samples that a notification holds: 1 with an MTU of 23, 19 with 247, 42 with 517.</summary>
    /// <param name="mtu">ATT MTU, bytes; below 23 counts as 23.</param>
    internal static int SamplesForMtu(int mtu) =>
        Math.Min(SamplePacket.MaxSamples, (Math.Min(Math.Max(mtu, MinMtu) - 3, MaxValueBytes) - SamplePacket.HeaderSize) / RawSample.Size);

    /// <summary>Samples in a full packet.</summary>
    /// <param name="profile">How samples are packed.</param>
    /// <param name="periodNs">Time between samples, ns.</param>
    /// <param name="mtu">ATT MTU, bytes.</param>
    public static int SamplesPerPacket(StreamProfile profile, uint periodNs, int mtu)
    {
        uint longestNs = profile == StreamProfile.Logging ? 1_000_000_000u : 20_000_000u;
        return (int)Math.Clamp(longestNs / Math.Max(periodNs, 1u), 1u, (uint)SamplesForMtu(mtu));
    }
}
