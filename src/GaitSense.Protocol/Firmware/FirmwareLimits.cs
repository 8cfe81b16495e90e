namespace GaitSense.Protocol;

/// <summary>What a sensor that this code plays can do.</summary>
public sealed record FirmwareLimits
{
    /// <summary>Periods, ns, falling (rates rising); in the range of <see cref="StreamInfo"/>.</summary>
    public IReadOnlyList<uint> PeriodsNs { get; init; } = [40_000_000, 20_000_000, 10_000_000, 5_000_000, 2_500_000];

    /// <summary>Acceleration full scales, mg, rising.</summary>
    public IReadOnlyList<ushort> AccelFullScalesMg { get; init; } = [2_000, 4_000, 8_000, 16_000];

    /// <summary>Angular rate full scales, 0.1 °/s, rising.</summary>
    public IReadOnlyList<ushort> GyroFullScalesTenthDegPerS { get; init; } = [2_500, 5_000, 10_000, 20_000];

    /// <summary>What it has.</summary>
    public SensorFeatures Features { get; init; } = SensorFeatures.Motor | SensorFeatures.Logging;

    /// <summary>Firmware revision, major in the high byte.</summary>
    public ushort Firmware { get; init; } = 0x0100;

    /// <summary>By how much its samples show the motion late, µs.</summary>
    public ushort FilterDelayUs { get; init; } = StreamInfo.UnknownDelay;

    /// <summary>Samples that its surroundings keep while the link stalls.</summary>
    public ushort BufferedSamples { get; init; } = 64;

    /// <summary>What it would do for settings, and whether that is what was asked: SPEC.md section 7, CONFIGURE.</summary>
    internal bool TrySettle(in StreamSettings asked, int mtu, out ConfigureAnswer nearest)
    {
        double rate = asked.RateHz;
        uint period = PeriodsNs.MinBy(p => Math.Abs((1e9 / p) - rate));
        bool good = Math.Abs((1e9 / period) - rate) <= rate / 10;
        good &= TryChoose(AccelFullScalesMg, asked.AccelFullScaleMg, out ushort accel);
        good &= TryChoose(GyroFullScalesTenthDegPerS, asked.GyroFullScaleTenthDegPerS, out ushort gyro);
        StreamProfile profile = asked.Profile;
        if (profile == StreamProfile.Logging && (Features & SensorFeatures.Logging) == SensorFeatures.None) (profile, good) = (StreamProfile.LowLatency, false);
        nearest = new(period, accel, gyro, profile, (byte)PacketSizes.SamplesPerPacket(profile, period, mtu));
        return good;
    }

    internal LimitsAnswer ToAnswer() => new(
        (ushort)Math.Round(1e9 / PeriodsNs[0]), (ushort)Math.Round(1e9 / PeriodsNs[^1]), AccelFullScalesMg[^1], GyroFullScalesTenthDegPerS[^1], BufferedSamples, Features);

    private static bool TryChoose(IReadOnlyList<ushort> scales, ushort asked, out ushort chosen)
    {
        chosen = scales[^1];
        foreach (ushort scale in scales)
        {
            if (scale * 100 < asked * 95) continue;
            chosen = scale;
            return true;
        }

        return false;
    }
}
