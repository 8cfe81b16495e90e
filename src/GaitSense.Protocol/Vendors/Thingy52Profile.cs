namespace GaitSense.Protocol;

/// <summary>
/// Nordic Thingy:52. Its firmware leaves the accelerometer at 2 g and its filter at 42 Hz (NordicSemiconductor/Nordic-Thingy52-FW 779c630e: mpu_init, which nothing changes
/// afterwards), and nothing over the air sets them: feet land with several times that. Angular rates end at 1023 °/s, below a swing's.
/// </summary>
internal sealed class Thingy52Profile : SensorProfile
{
    private static readonly Guid MotionService = FromShort(0x0400);
    private static readonly Guid Configuration = FromShort(0x0401);

    public override string Id => "thingy52";

    public override string Name => "Nordic Thingy:52";

    public override SensorLimits Limits { get; } = new()
    {
        RatesHz = [50, 100, 200],
        HasTimestamp = false,
        HasCounter = false,
        MaxAccelG = 2,
        MaxGyroDegPerS = 1023,
        Unfit = "cannot measure a foot: its accelerometer ends at 2 g and its angular rate at 1023 °/s, and its firmware allows no other; use another sensor",
        Remarks = ["Not fit for feet: a foot lands with 5 to 16 g and swings with up to 1000 °/s and more."],
    };

    public override Guid AdvertisedService { get; } = FromShort(0x0100);

    public override IReadOnlyList<string> NamePrefixes { get; } = ["Thingy"];

    public override SensorDialogue Open(StreamSettings settings) => new UnfitDialogue(Limits.Unfit!, SensorStep.Read(MotionService, Configuration));

    private static Guid FromShort(ushort id) => new(unchecked((int)0xEF68_0000) | id, unchecked((short)0x9B35), 0x4933, 0x9B, 0x10, 0x52, 0xFF, 0xA9, 0x74, 0x00, 0x42);
}
