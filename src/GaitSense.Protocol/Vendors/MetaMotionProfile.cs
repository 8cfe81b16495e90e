namespace GaitSense.Protocol;

/// <summary>MbientLab MetaMotion R, RL and S. Source of registers: mbientlab/MetaWear-SDK-Cpp f67699e5.</summary>
internal sealed class MetaMotionProfile : SensorProfile
{
    public static readonly Guid Service = FromShort(0x9000);
    public static readonly Guid Command = FromShort(0x9001);
    public static readonly Guid Notify = FromShort(0x9006);

    public override string Id => "metamotion";

    public override string Name => "MbientLab MetaMotion";

    public override SensorLimits Limits { get; } = new()
    {
        RatesHz = [50, 100, 200],
        HasTimestamp = false,
        HasCounter = false,
        MaxAccelG = 16,
        MaxGyroDegPerS = 2000,
        HasMotor = true,
        Remarks =
        [
            "No timestamp and no counter: the rate is learnt from arrivals, and the feet are not aligned well enough for step times.",
            "Acceleration and angular rate come in packets of their own and are paired in order; where one is lost, its other half is thrown away.",
            "The motor gives single pulses only.",
        ],
    };

    public override Guid AdvertisedService => Service;

    public override IReadOnlyList<string> NamePrefixes { get; } = ["MetaWear", "MetaMotion"];

    public override StreamSettings DefaultSettings { get; } = new(100, 16_000, 20_000, StreamProfile.LowLatency);

    public override SensorDialogue Open(StreamSettings settings) => new MetaMotionDialogue(settings with { RateHz = (ushort)VendorUnits.Nearest(Limits.RatesHz, settings.RateHz) });

    private static Guid FromShort(ushort id) => new(0x326A_0000 | id, unchecked((short)0x85CB), unchecked((short)0x9195), 0xD9, 0xDD, 0x46, 0x4C, 0xFB, 0xBA, 0xE7, 0x5A);
}
