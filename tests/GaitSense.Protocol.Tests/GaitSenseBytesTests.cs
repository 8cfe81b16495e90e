using System.Buffers;

namespace GaitSense.Protocol.Tests;

/// <summary>The dialogue of SPEC.md, byte by byte: what is written at which step, and what each answer of a sensor leads to.</summary>
public sealed class GaitSenseBytesTests
{
    private const string Hello = "01010101", HelloAnswer = "8101001101010001", ConfigureAnswer = "830200404B4C00803E204E0004";

    // 1.1, stream 7, epoch 0xCAFE, 5 ms, 16 g, 2000 °/s, 2500 µs, left, 4 samples a packet
    private const string Info = "11070000FECA0000404B4C00803E204EC4090104", StreamingInfo = "11070100FECA0000404B4C00803E204EC4090104";
    private const string Status = "5700000000000000008000000000000000000000"; // 87 %

    private readonly SensorDialogue _dialogue = SensorProfiles.GaitSense.Open(StreamSettings.Default);
    private readonly RawReading[] _readings = new RawReading[SensorDialogue.MaxReadings];

    [Fact]
    public void Sensor_ThatAgrees_IsAskedInTheOrderOfTheSpecification()
    {
        Next().ShouldBe("subscribe 7a0d0003");
        Next().ShouldBe("subscribe 7a0d0004");
        Next().ShouldBe("subscribe 7a0d0005");
        Next().ShouldBe("write 7a0d0003 " + Hello);
        Next().ShouldBe("wait 2000");
        Answer(HelloAnswer);
        Next().ShouldBe("read 7a0d0004");
        Read(Info);
        Next().ShouldBe("read 7a0d0005");
        Read(Status);
        Next().ShouldBe("write 7a0d0003 0302C800803E204E00");
        Answer(ConfigureAnswer);
        Next().ShouldBe("subscribe 7a0d0002");
        Next().ShouldBe("write 7a0d0003 0403");
        Answer("84030007");
        Next().ShouldBe("idle");
        _dialogue.BeginStop();
        Next().ShouldBe("write 7a0d0003 0504");
        Answer("8504000740E20100");
        Next().ShouldBe("idle");
        _dialogue.BatteryPercent.ShouldBe(87);
        _dialogue.Counters.UnexpectedAnswers.ShouldBe(0);
    }

    [Fact]
    public void Sensor_ThatStreamsAlready_IsStoppedBeforeItIsConfigured()
    {
        ConnectTo("read 7a0d0005", StreamingInfo);
        Read(Status);
        Next().ShouldBe("write 7a0d0003 0502");
        Answer("8502000740E20100");
        Next().ShouldBe("write 7a0d0003 0303C800803E204E00");
    }

    [Fact]
    public void Stream_IsInTheUnitsThatTheSensorSays()
    {
        Connect();
        StreamDescription stream = _dialogue.Stream.ShouldNotBeNull();
        stream.AccelRangeMps2.ShouldBe(156.9064, 1e-9);
        stream.GyroRangeRadPerS.ShouldBe(34.906585, 1e-6);
        (stream.AccelScaleMps2 * 2048).ShouldBe(9.80665, 1e-9);
        (stream.GyroScaleRadPerS * 16384).ShouldBe(17.4532925, 1e-6); // half of the range
        stream.PeriodS.ShouldBe(0.005, 1e-12);
        stream.FilterDelayS!.Value.ShouldBe(0.0025, 1e-12);
        Notify(GaitSenseUuid.StreamInfo, Info.Replace("C409", "FFFF", StringComparison.Ordinal));
        _dialogue.Stream.FilterDelayS.ShouldBeNull(); // the sensor does not know
    }

    [Fact]
    public void Stop_BeforeTheStreamBegan_AsksNothing()
    {
        ConnectTo("write 7a0d0003 " + Hello);
        _dialogue.BeginStop();
        Next().ShouldBe("idle");
    }

    [Fact]
    public void Stop_ThatIsNotAnswered_IsAskedThreeTimesAndThenDone()
    {
        Connect();
        _dialogue.BeginStop();
        foreach (string token in (string[])["04", "05", "06"])
        {
            Next().ShouldBe("write 7a0d0003 05" + token);
            Next().ShouldBe("wait 2000");
            _dialogue.OnTimeout();
        }

        Next().ShouldBe("idle");
        _dialogue.BeginStop(); // and not again
        Next().ShouldBe("idle");
    }

    [Fact]
    public void Stop_ThatIsRefused_IsDone()
    {
        Connect();
        _dialogue.BeginStop();
        Next();
        Answer("850405");
        Next().ShouldBe("idle");
        _dialogue.BeginStop();
        Next().ShouldBe("idle");
        _dialogue.Refusal.ShouldBeNull();
    }

    [Fact]
    public void Timeout_OfNothingThatWasAsked_IsNothing()
    {
        Connect();
        for (int i = 0; i < 5; i++) _dialogue.OnTimeout();
        Next().ShouldBe("idle");
    }

    [Fact]
    public void Info_OfAnotherStream_IsReadOnce()
    {
        Connect();
        Notify(GaitSenseUuid.SampleStream, "1180" + new string('0', 36)).ShouldBe(OperationStatus.InvalidData);
        Next().ShouldBe("read 7a0d0004");
        Next().ShouldBe("idle");
    }

    [Fact]
    public void Notification_OfTheStatus_IsTaken()
    {
        Connect();
        Notify(GaitSenseUuid.Status, "0C" + Status[2..]).ShouldBe(OperationStatus.Done);
        _dialogue.BatteryPercent.ShouldBe(12);
        Notify(GaitSenseUuid.Status, "65" + Status[2..]).ShouldBe(OperationStatus.InvalidData); // 101 %
        _dialogue.BatteryPercent.ShouldBe(12);
    }

    [Fact]
    public void Notification_ThatIsBad_IsCountedByItsFault()
    {
        Connect();
        DecodeCounters c = _dialogue.Counters;
        (c.OtherVersion, c.UnknownKind, c.Malformed).ShouldBe((0, 0, 0));
        Notify(GaitSenseUuid.SampleStream, "21" + new string('0', 38));
        (c.OtherVersion, c.UnknownKind, c.Malformed).ShouldBe((1, 0, 0));
        Notify(GaitSenseUuid.SampleStream, "12" + new string('0', 38));
        (c.OtherVersion, c.UnknownKind, c.Malformed).ShouldBe((1, 1, 0));
        Notify(GaitSenseUuid.SampleStream, "1100");
        (c.OtherVersion, c.UnknownKind, c.Malformed).ShouldBe((1, 1, 1));
        Notify(StandardBattery.Level, "57").ShouldBe(OperationStatus.InvalidData);
        (c.OtherVersion, c.UnknownKind, c.Malformed).ShouldBe((1, 2, 1));
        Notify(GaitSenseUuid.StreamInfo, "11").ShouldBe(OperationStatus.NeedMoreData);
        _dialogue.Refusal.ShouldBeNull("one bad message is no reason to end a walk");
    }

    [Theory]
    [InlineData("21070000FECA0000404B4C00803E204EC4090104", SensorRefusalKind.Version, "speaks version 2.1 of the protocol, this program speaks 1.1; update the program")]
    [InlineData("01070000FECA0000404B4C00803E204EC4090104", SensorRefusalKind.Version, "speaks version 0.1 of the protocol, this program speaks 1.1; update the sensor's firmware")]
    [InlineData("1107000000000000404B4C00803E204EC4090104", SensorRefusalKind.Nonsense, "cannot be true; update its firmware")] // epoch 0
    public void Info_ThatCannotBeUsed_EndsTheConnectionInWords(string info, SensorRefusalKind kind, string words)
    {
        ConnectTo("read 7a0d0004", info);
        Next().ShouldBe("refused");
        _dialogue.Refusal!.Kind.ShouldBe(kind);
        _dialogue.Refusal.Message.ShouldContain(words);
    }

    [Theory]
    [InlineData("8101033302030001", "speaks version 3.3")]
    [InlineData("810103", "wants another version of the protocol")] // by an older sensor, without its versions
    public void Hello_OfAnotherVersion_IsRefusedInWords(string answer, string words)
    {
        ConnectTo("write 7a0d0003 " + Hello);
        Answer(answer);
        Next().ShouldBe("refused");
        (_dialogue.Refusal!.Kind, _dialogue.Refusal.Error).ShouldBe((SensorRefusalKind.Version, ControlError.Version));
        _dialogue.Refusal.Message.ShouldContain(words);
    }

    [Theory]
    [InlineData("05", "not in the state for that")]
    [InlineData("07", "bonded link; pair with it first")]
    [InlineData("09", "hardware failed")]
    [InlineData("0A", "battery is too low; charge it")]
    [InlineData("33", "error 0x33; update its firmware")]
    public void Refusal_OfASensor_SaysWhatToDo(string error, string words)
    {
        ConnectTo("write 7a0d0003 0302C800803E204E00");
        Answer("8302" + error);
        Next().ShouldBe("refused");
        _dialogue.Refusal!.Message.ShouldStartWith("refuses CONFIGURE: ");
        _dialogue.Refusal.Message.ShouldContain(words);
    }

    [Fact]
    public void Sensor_ThatIsBusy_IsAskedThreeTimes()
    {
        ConnectTo("write 7a0d0003 0302C800803E204E00");
        Answer("830208");
        Next().ShouldBe("write 7a0d0003 0303C800803E204E00");
        Answer("830308");
        Next().ShouldBe("write 7a0d0003 0304C800803E204E00");
        Answer("830408");
        Next().ShouldBe("refused");
        _dialogue.Refusal!.Message.ShouldContain("busy; try again");
    }

    [Fact]
    public void Sensor_ThatRefusesItsOwnOffer_IsRefused()
    {
        ConnectTo("write 7a0d0003 0302C800803E204E00");
        Answer("83020480969800803E204E0002"); // 100 Hz
        Next().ShouldBe("write 7a0d0003 03036400803E204E00");
        Answer("83030480969800803E204E0002");
        Next().ShouldBe("refused");
        _dialogue.Refusal!.Error.ShouldBe(ControlError.Range);
    }

    [Fact]
    public void Time_IsAskedWithTokensOfItsOwnAndAnsweredOnce()
    {
        Connect();
        Ask(1).ShouldBe("write 7a0d0003 06800100000000000000");
        Ask(2).ShouldBe("write 7a0d0003 06810200000000000000");
        Answer("868100FE0A000000000000001400000000000000");
        _dialogue.Counters.UnexpectedAnswers.ShouldBe(0);
        Answer("868100FE0A000000000000001400000000000000"); // the same again
        _dialogue.Counters.UnexpectedAnswers.ShouldBe(1);
        _dialogue.TryTakeTime(out _, out _).ShouldBeFalse("when the first came is no longer known");
        Next().ShouldBe("idle"); // the epoch agrees: nothing is read
    }

    [Fact]
    public void TimeAndMotor_AreForASensorThatSaidHelloAndWasNotRefused()
    {
        MotorCommand pulse = new() { Strength = 255, Pulses = 1, OnMs = 100 };
        Refuses(pulse);
        ConnectTo("write 7a0d0003 " + Hello);
        Refuses(pulse);
        Answer(HelloAnswer);
        Ask(1).ShouldBe("write 7a0d0003 06800100000000000000");
        _dialogue.TryVibrate(pulse, out SensorStep write).ShouldBeTrue();
        Say(write).ShouldBe("write 7a0d0006 00FF01006400000000000000");
        write.WithResponse.ShouldBeFalse();
        Refuses(pulse with { Pulses = 21 }, asks: false);
        Next().ShouldBe("read 7a0d0004");
        Read("21" + Info[2..]);
        Next().ShouldBe("refused");
        Refuses(pulse);
    }

    private void Refuses(MotorCommand command, bool asks = true)
    {
        _dialogue.TryVibrate(command, out SensorStep write).ShouldBeFalse();
        write.ShouldBe(default);
        if (!asks) return;
        _dialogue.TryAskTime(1, out write).ShouldBeFalse();
        write.ShouldBe(default);
    }

    private string Ask(ulong hostUs)
    {
        _dialogue.TryAskTime(hostUs, out SensorStep write).ShouldBeTrue();
        write.WithResponse.ShouldBeFalse();
        return Say(write);
    }

    /// <summary>A sensor that agrees, until the dialogue streams.</summary>
    private void Connect() => ConnectTo("idle");

    /// <summary>A sensor that agrees, until it was asked for this; where that is a read, it is answered still.</summary>
    private void ConnectTo(string step, string info = Info)
    {
        for (string next = ""; !string.Equals(next, step, StringComparison.Ordinal);)
        {
            next = Next();
            if (string.Equals(next, "read 7a0d0004", StringComparison.Ordinal)) Read(info);
            if (string.Equals(next, step, StringComparison.Ordinal)) return;
            switch (next)
            {
                case "read 7a0d0005": Read(Status); break;
                case "write 7a0d0003 " + Hello: Answer(HelloAnswer); break;
                case "write 7a0d0003 0302C800803E204E00": Answer(ConfigureAnswer); break;
                case "write 7a0d0003 0403": Answer("84030007"); break;
                default: next.ShouldNotStartWith("wait"); next.ShouldNotBeOneOf("idle", "refused"); break;
            }
        }
    }

    private void Read(string hex) => _dialogue.OnRead(Convert.FromHexString(hex));

    private void Answer(string hex) => Notify(GaitSenseUuid.ControlPoint, hex).ShouldBe(OperationStatus.Done);

    private OperationStatus Notify(Guid characteristic, string hex) => _dialogue.Decode(characteristic, Convert.FromHexString(hex), _readings, out _);

    private string Next() => Say(_dialogue.NextStep());

    private static string Say(SensorStep s) => s.Kind switch
    {
        SensorStepKind.Wait => $"wait {s.TimeMs}",
        SensorStepKind.Idle or SensorStepKind.Refused => s.Kind.ToString().ToLowerInvariant(),
        _ => $"{s.Kind.ToString().ToLowerInvariant()} {s.Characteristic.ToString()[..8]} {Convert.ToHexString(s.Value.Span)}".TrimEnd(),
    };
}
