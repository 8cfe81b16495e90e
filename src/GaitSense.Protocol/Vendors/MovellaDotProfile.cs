namespace GaitSense.Protocol;

/// <summary>Movella (Xsens) DOT. Source: "Movella DOT BLE Service Specification", XD0506P rev C, July 2023.</summary>
internal sealed class MovellaDotProfile : SensorProfile
{
    public static readonly Guid MeasurementService = FromShort(0x2000);
    public static readonly Guid Control = FromShort(0x2001);
    public static readonly Guid MediumPayload = FromShort(0x2003);
    public static readonly Guid ConfigurationService = FromShort(0x1000);
    public static readonly Guid DeviceControl = FromShort(0x1002);
    public static readonly Guid BatteryService = FromShort(0x3000);
    public static readonly Guid Battery = FromShort(0x3001);

    public override string Id => "movella-dot";

    public override string Name => "Movella DOT";

    public override SensorLimits Limits { get; } = new()
    {
        RatesHz = [30, 60],
        HasTimestamp = true,
        HasCounter = false,
        MaxAccelG = 16,
        MaxGyroDegPerS = 2000,
        Remarks =
        [
            "60 samples a second at most while streaming: an event is known to half a sample, 8 ms. Good for training; research on timing wants 100 Hz or more.",
            "No sample counter: a lost packet shows as a step of its timestamp.",
        ],
    };

    public override Guid AdvertisedService => ConfigurationService;

    public override IReadOnlyList<string> NamePrefixes { get; } = ["Movella DOT", "Xsens DOT"];

    // Its name is the tag that its owner gave it.
    public override IReadOnlyList<ushort> Companies { get; } = [0x0886];

    public override StreamSettings DefaultSettings { get; } = new(60, 16_000, 20_000, StreamProfile.LowLatency);

    public override SensorDialogue Open(StreamSettings settings) => new MovellaDotDialogue(VendorUnits.Nearest(Limits.RatesHz, settings.RateHz));

    private static Guid FromShort(ushort id) => new(0x1517_0000 | id, 0x4947, 0x11E9, 0x86, 0x46, 0xD6, 0x63, 0xBD, 0x87, 0x3D, 0x93);
}
