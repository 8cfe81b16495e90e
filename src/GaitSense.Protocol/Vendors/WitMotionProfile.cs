namespace GaitSense.Protocol;

/// <summary>WitMotion BWT901BLE 5.0 and WT901BLE. Source: the maker's public samples, WITMOTION/WitBluetooth_BWT901BLE5_0; registers of filter and ranges: WIT Standard Communication Protocol.</summary>
internal sealed class WitMotionProfile : SensorProfile
{
    // They end in 9a34fb where the SIG's base ends in 9b34fb: not a slip of ours.
    public static readonly Guid Service = FromShort(0xFFE5);
    public static readonly Guid Notify = FromShort(0xFFE4);
    public static readonly Guid Write = FromShort(0xFFE9);

    public override string Id => "witmotion";

    public override string Name => "WitMotion BWT901BLE";

    public override SensorLimits Limits { get; } = new()
    {
        RatesHz = [50, 100, 200],
        HasTimestamp = false,
        HasCounter = false,
        MaxAccelG = 16,
        MaxGyroDegPerS = 2000,
        Remarks =
        [
            "No timestamp and no counter: the rate is learnt from arrivals, a lost packet shows only as a pause, and the feet are not aligned well enough for step times.",
            "No checksum: frames are found by their first two bytes.",
            "Its filter is as wide as the rate allows: 42 Hz up to 100 samples a second, 98 Hz at 200.",
        ],
    };

    public override Guid AdvertisedService => Service;

    public override IReadOnlyList<string> NamePrefixes { get; } = ["WT901BLE", "BWT901BLE", "WTBLE"];

    public override StreamSettings DefaultSettings { get; } = new(100, 16_000, 20_000, StreamProfile.LowLatency);

    public override SensorDialogue Open(StreamSettings settings) => new WitMotionDialogue(VendorUnits.Nearest(Limits.RatesHz, settings.RateHz));

    private static Guid FromShort(ushort id) => new(id, 0x0000, 0x1000, 0x80, 0x00, 0x00, 0x80, 0x5F, 0x9A, 0x34, 0xFB);
}
