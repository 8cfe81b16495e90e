namespace GaitSense.Protocol.Tests;

/// <summary>What each kind of sensor is known to have, and the addresses of what it offers.</summary>
public sealed class SensorProfileTests
{
    // id: timestamp, counter, clock exchange, motor, start of the motor, largest ranges (g, degrees per second)
    public static TheoryData<string, bool, bool, bool, bool, bool, double, double> Kinds => new()
    {
        { "gaitsense", true, true, true, true, true, 16, 2000 },
        { "movella-dot", true, false, false, false, false, 16, 2000 },
        { "metamotion", false, false, false, true, false, 16, 2000 },
        { "witmotion", false, false, false, false, false, 16, 2000 },
        { "thingy52", false, false, false, false, false, 2, 1023 },
    };

    [Theory, MemberData(nameof(Kinds))]
    public void Kind_HasWhatItsMakerSays(string id, bool timestamp, bool counter, bool clock, bool motor, bool timesMotor, double accelG, double gyroDegPerS)
    {
        SensorLimits limits = SensorProfiles.All.Single(p => string.Equals(p.Id, id, StringComparison.Ordinal)).Limits;
        (limits.HasTimestamp, limits.HasCounter, limits.HasClockExchange).ShouldBe((timestamp, counter, clock));
        (limits.HasMotor, limits.TimesMotor).ShouldBe((motor, timesMotor));
        (limits.MaxAccelG, limits.MaxGyroDegPerS).ShouldBe((accelG, gyroDegPerS));
        limits.Remarks.ShouldAllBe(r => r.Length > 0);
    }

    [Theory]
    [InlineData("GaitSense sensor", null, "7a0d0001-390e-4653-984e-1d20b3389a14")]
    [InlineData("Movella DOT", "Movella DOT,Xsens DOT", "15171000-4947-11e9-8646-d663bd873d93")]
    [InlineData("MbientLab MetaMotion", "MetaWear,MetaMotion", "326a9000-85cb-9195-d9dd-464cfbbae75a")]
    [InlineData("WitMotion BWT901BLE", "WT901BLE,BWT901BLE,WTBLE", "0000ffe5-0000-1000-8000-00805f9a34fb")]
    [InlineData("Nordic Thingy:52", "Thingy", "ef680100-9b35-4933-9b10-52ffa9740042")]
    public void Kind_IsFoundByTheServiceAndTheNamesOfItsMaker(string name, string? prefixes, string service)
    {
        SensorProfile profile = SensorProfiles.Find([new Guid(service)], null).ShouldNotBeNull();
        profile.Name.ShouldBe(name);
        string.Join(',', profile.NamePrefixes).ShouldBe(prefixes ?? "");
    }

    [Fact]
    public void Characteristics_OfGaitSense_AreThoseOfTheSpecification()
    {
        Guid[] all = [GaitSenseUuid.Service, GaitSenseUuid.SampleStream, GaitSenseUuid.ControlPoint, GaitSenseUuid.StreamInfo, GaitSenseUuid.Status, GaitSenseUuid.Motor];
        all.Select(u => u.ToString()).ShouldBe(Enumerable.Range(1, 6).Select(i => $"7a0d000{i}-390e-4653-984e-1d20b3389a14"));
    }

    [Fact]
    public void Sensors_WithoutAClockToAskOrAMotor_AreWrittenNothing()
    {
        foreach (SensorProfile profile in SensorProfiles.All)
        {
            SensorDialogue dialogue = profile.Open(profile.DefaultSettings);
            dialogue.TryAskTime(1, out SensorStep ask).ShouldBeFalse(profile.Id); // and one that has a clock is not ready yet
            ask.ShouldBe(default);
            dialogue.TryTakeTime(out _, out _).ShouldBeFalse(profile.Id);
            if (profile.Limits.HasMotor) continue;
            dialogue.TryVibrate(new() { Strength = 255, Pulses = 1, OnMs = 100 }, out SensorStep write).ShouldBeFalse(profile.Id);
            write.ShouldBe(default);
        }
    }

    [Fact]
    public void Decode_WithoutRoomForAllReadings_SaysSoBeforeItReads()
    {
        foreach (SensorProfile profile in SensorProfiles.All.Where(p => p.Limits.Unfit is null))
        {
            SensorDialogue dialogue = profile.Open(profile.DefaultSettings);
            Should.Throw<ArgumentException>(() => dialogue.Decode(profile.AdvertisedService, [], new RawReading[41], out _), profile.Id).Message.ShouldContain("42 readings");
            dialogue.Counters.Messages.ShouldBe(0);
            Should.NotThrow(() => dialogue.Decode(profile.AdvertisedService, [], new RawReading[43], out _));
        }
    }

    [Fact]
    public void Notification_OfASensorThatIsUnfit_IsCountedAndGivesNothing()
    {
        SensorDialogue dialogue = SensorProfiles.Thingy52.Open(StreamSettings.Default);
        dialogue.Decode(SensorProfiles.Thingy52.AdvertisedService, new byte[20], new RawReading[42], out int count).ShouldBe(System.Buffers.OperationStatus.InvalidData);
        (count, dialogue.Counters.UnknownKind).ShouldBe((0, 1));
    }
}
