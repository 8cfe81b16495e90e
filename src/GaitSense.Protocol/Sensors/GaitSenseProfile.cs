namespace GaitSense.Protocol;

/// <summary>Sensors that speak firmware-protocol/SPEC.md.</summary>
internal sealed class GaitSenseProfile : SensorProfile
{
    public override string Id => "gaitsense";

    public override string Name => "GaitSense sensor";

    public override SensorLimits Limits { get; } = new()
    {
        RatesHz = [25, 50, 100, 200, 400],
        HasTimestamp = true,
        HasCounter = true,
        HasClockExchange = true,
        MaxAccelG = 16,
        MaxGyroDegPerS = 2000,
        HasMotor = true,
        TimesMotor = true,
        Remarks = ["Rates, ranges and motor are those of the device: it says what it can do."],
    };

    public override Guid AdvertisedService => GaitSenseUuid.Service;

    public override SensorDialogue Open(StreamSettings settings) => new GaitSenseDialogue(settings);
}
