namespace GaitSense.Protocol;

/// <summary>Nordic Thingy:52. Source: the archived firmware, NordicSemiconductor/Nordic-Thingy52-FW.</summary>
internal sealed class Thingy52Profile : SensorProfile
{
    public static readonly Guid MotionService = FromShort(0x0400);
    public static readonly Guid Configuration = FromShort(0x0401);
    public static readonly Guid Raw = FromShort(0x0406);

    public override string Id => "thingy52";

    public override string Name => "Nordic Thingy:52";

    public override SensorLimits Limits { get; } = new()
    {
        RatesHz = [50, 100, 200],
        HasTimestamp = false,
        HasCounter = false,
        LargestAccelG = 16,
        LargestGyroDegPerS = 1023,
        Remarks =
        [
            "Angular rate clips at about 1023 °/s: quick swings of a foot are beyond it.",
            "No timestamp and no counter: the rate is learnt from arrivals, a lost packet shows only as a pause, and the feet are not aligned well enough for step times.",
            "The maker no longer develops it (2021).",
        ],
    };

    public override Guid AdvertisedService { get; } = FromShort(0x0100);

    public override IReadOnlyList<string> NamePrefixes { get; } = ["Thingy"];

    public override StreamSettings DefaultSettings { get; } = new(100, 16_000, 20_000, StreamProfile.LowLatency);

    public override SensorSession Open(StreamSettings settings) => new Thingy52Session(Math.Clamp((int)settings.RateHz, 5, 200));

    private static Guid FromShort(ushort id) => new(unchecked((int)0xEF68_0000) | id, unchecked((short)0x9B35), 0x4933, 0x9B, 0x10, 0x52, 0xFF, 0xA9, 0x74, 0x00, 0x42);
}
