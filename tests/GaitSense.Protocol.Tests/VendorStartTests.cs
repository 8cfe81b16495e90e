using System.Buffers;
using System.Buffers.Binary;

namespace GaitSense.Protocol.Tests;

/// <summary>
/// What is written to the sensors that can be bought, byte by byte, as their makers' documents and programs have it: Movella DOT BLE Services Specification XD0506P rev C
/// (tables of device control, measurement control and battery); mbientlab/MetaWear-SDK-Cpp (settings.cpp, debug.cpp, gyro_bosch.cpp, sensor_fusion.cpp);
/// WITMOTION/WitBluetooth_BWT901BLE5_0 (Bwt901ble.java, Bwt901bleResolver.java, Bwt901bleProcessor.java) and the WIT standard protocol's registers; NordicSemiconductor/Nordic-Thingy52-FW.
/// </summary>
public sealed class VendorStartTests
{
    private readonly RawReading[] _readings = new RawReading[SensorDialogue.MaxReadings];

    /// <summary>Device control of a DOT: 32 bytes, tag at 8, rate at 24.</summary>
    internal static byte[] DotControl(ushort rateHz)
    {
        byte[] control = Convert.FromHexString("00000000001E00095873656E7320444F5400000000000000" + "0000" + "000000000000");
        BinaryPrimitives.WriteUInt16LittleEndian(control.AsSpan(24), rateHz);
        return control;
    }

    [Fact]
    public void MovellaDot_ThatStreamsAtAnotherRate_IsStoppedSetReadAgainAndStarted()
    {
        SensorDialogue dialogue = SensorProfiles.MovellaDot.Open(StreamSettings.Default); // the command's 200 Hz: its best is 60
        Next(dialogue).ShouldBe("write 15172001 010015");
        Next(dialogue).ShouldBe("read 15171002");
        dialogue.OnRead(DotControl(30));
        Next(dialogue).ShouldBe("write 15171002 10000000001E00095873656E7320444F54000000000000003C00000000000000");
        Next(dialogue).ShouldBe("read 15171002");
        dialogue.OnRead(DotControl(60));
        Next(dialogue).ShouldBe("subscribe 15172003");
        Next(dialogue).ShouldBe("write 15172001 010115");
        dialogue.NextStep().Kind.ShouldBe(SensorStepKind.Idle);
        (1 / dialogue.Stream!.PeriodS).ShouldBe(60, 1e-9);
        dialogue.BeginStop();
        Next(dialogue).ShouldBe("write 15172001 010015");
    }

    [Fact]
    public void MovellaDot_ThatKeepsItsRate_IsBelieved()
    {
        SensorDialogue dialogue = SensorProfiles.MovellaDot.Open(StreamSettings.Default);
        for (SensorStep step = dialogue.NextStep(); step.Kind != SensorStepKind.Idle; step = dialogue.NextStep())
            if (step.Kind == SensorStepKind.Read) dialogue.OnRead(DotControl(30));
        (1 / dialogue.Stream!.PeriodS).ShouldBe(30, 1e-9); // not half lost
    }

    [Fact]
    public void MovellaDot_WithSettingsOfAnotherForm_IsRefused()
    {
        SensorDialogue dialogue = SensorProfiles.MovellaDot.Open(StreamSettings.Default);
        dialogue.NextStep();
        dialogue.NextStep();
        dialogue.OnRead(new byte[20]);
        dialogue.NextStep().Kind.ShouldBe(SensorStepKind.Refused);
        dialogue.Refusal!.Kind.ShouldBe(SensorRefusalKind.Nonsense);
    }

    [Fact]
    public void MovellaDot_ForItsBattery_IsReadInItsOwnService()
    {
        SensorDialogue dialogue = SensorProfiles.MovellaDot.Open(StreamSettings.Default);
        Say(dialogue.BatteryStep).ShouldBe("read 15173001");
        dialogue.ReadBattery([0x57, 0x01]).ShouldBe(87); // and charging
        dialogue.ReadBattery([0x00, 0x00]).ShouldBeNull();
        dialogue.ReadBattery([]).ShouldBeNull();
    }

    [Theory, InlineData(0, 200, "0303290C", "13032900", "031C01", "130701"), InlineData(1, 100, "0303A803", "13032800", "030501", "130501")]
    public void MetaMotion_OfEitherChip_IsHaltedAskedAndStartedWithItsRegisters(byte chip, int rate, params string[] expected)
    {
        SensorDialogue dialogue = SensorProfiles.MetaMotion.Open(StreamSettings.Default with { RateHz = (ushort)rate });
        string[] halt = ["030100", "130100", "03020001", "13020001"];
        string[] before = ["190100", "1903007F", .. halt, "110906000C000000C800", "118C", "1380"];
        Next(dialogue).ShouldBe("subscribe 326a9006");
        foreach (string write in before) Next(dialogue).ShouldBe("write 326a9001 " + write);
        SensorStep wait = dialogue.NextStep();
        wait.Kind.ShouldBe(SensorStepKind.Wait);

        // What another program started goes on until the halt: it has other ranges and is no sample.
        Guid notify = new("326a9006-85cb-9195-d9dd-464cfbbae75a");
        dialogue.Decode(notify, Convert.FromHexString("031C" + new string('1', 36)), _readings, out int count).ShouldNotBe(OperationStatus.Done);
        count.ShouldBe(0);
        dialogue.Counters.OtherStream.ShouldBe(1);
        dialogue.Decode(notify, Convert.FromHexString("118C5A9C0F"), _readings, out _).ShouldBe(OperationStatus.Done);
        dialogue.BatteryPercent.ShouldBe(90);
        Say(dialogue.BatteryStep).ShouldBe("write 326a9001 118C");

        dialogue.Decode(notify, [0x13, 0x80, chip, 1], _readings, out _).ShouldBe(OperationStatus.Done);
        foreach (string write in (string[])[.. expected, "03020100", "13020100", "030101", "130101"]) Next(dialogue).ShouldBe("write 326a9001 " + write);
        dialogue.NextStep().Kind.ShouldBe(SensorStepKind.Idle);
        dialogue.BeginStop();
        foreach (string write in (string[])[.. halt, expected[2][..4] + "00", expected[3][..4] + "00"]) Next(dialogue).ShouldBe("write 326a9001 " + write);
        dialogue.NextStep().Kind.ShouldBe(SensorStepKind.Idle);
    }

    [Fact]
    public void WitMotion_WithOtherSettings_IsUnlockedSetAndSaved()
    {
        SensorDialogue dialogue = WitMotion(out Guid notify);
        Next(dialogue).ShouldBe("write 0000ffe9 FFAA271F00");
        dialogue.NextStep().Kind.ShouldBe(SensorStepKind.Wait);
        Answer(dialogue, notify, "5571" + "1F00" + "0400" + "0300" + "0000" + new string('0', 20)); // 20 Hz, 2000 °/s, 2 g
        Next(dialogue).ShouldBe("write 0000ffe9 FFAA270300");
        dialogue.NextStep().Kind.ShouldBe(SensorStepKind.Wait);
        Answer(dialogue, notify, "5571" + "0300" + "0600" + new string('0', 28)); // 10 Hz
        Next(dialogue).ShouldBe("write 0000ffe9 FFAA276400");
        dialogue.NextStep().Kind.ShouldBe(SensorStepKind.Wait);
        Answer(dialogue, notify, "5571" + "6400" + "8701" + new string('0', 28)); // 3.91 V
        dialogue.BatteryPercent.ShouldBe(60);
        Next(dialogue).ShouldBe("write 0000ffe9 FFAA030900"); // 100 Hz
        Next(dialogue).ShouldBe("write 0000ffe9 FFAA1F0300"); // 42 Hz
        Next(dialogue).ShouldBe("write 0000ffe9 FFAA210300"); // 16 g
        dialogue.NextStep().Kind.ShouldBe(SensorStepKind.Pause);
        Next(dialogue).ShouldBe("write 0000ffe9 FFAA000000");
        dialogue.NextStep().Kind.ShouldBe(SensorStepKind.Idle);
        Say(dialogue.BatteryStep).ShouldBe("write 0000ffe9 FFAA276400");
    }

    [Fact]
    public void WitMotion_SetAsAsked_IsNotWrittenTo()
    {
        SensorDialogue dialogue = WitMotion(out Guid notify);
        string[] answers = ["5571" + "1F00" + "0300" + "0300" + "0300" + new string('0', 20), "5571" + "0300" + "0900" + new string('0', 28), "5571" + "6400" + "0000" + new string('0', 28)];
        foreach (string answer in answers)
        {
            dialogue.NextStep().Kind.ShouldBe(SensorStepKind.Write);
            dialogue.NextStep().Kind.ShouldBe(SensorStepKind.Wait);
            Answer(dialogue, notify, answer);
        }

        dialogue.NextStep().Kind.ShouldBe(SensorStepKind.Idle); // its memory wears
        dialogue.BatteryPercent.ShouldBeNull();
    }

    [Fact]
    public void WitMotion_ThatAnswersNothing_IsToldAllAndSavesNothing()
    {
        SensorDialogue dialogue = WitMotion(out _);
        for (int question = 0; question < 3; question++)
        {
            dialogue.NextStep().Kind.ShouldBe(SensorStepKind.Write);
            dialogue.NextStep().Kind.ShouldBe(SensorStepKind.Wait);
            dialogue.OnTimeout();
        }

        foreach (string write in (string[])["030900", "1F0300", "200300", "210300"]) Next(dialogue).ShouldBe("write 0000ffe9 FFAA" + write);
        dialogue.NextStep().Kind.ShouldBe(SensorStepKind.Idle);
        dialogue.Refusal.ShouldBeNull();
    }

    [Fact]
    public void WitMotion_WithFramesCutAnywhere_LosesNone()
    {
        byte[] frame = Vectors.Find("vendor-witmotion", "data").Bytes;
        byte[] stream = [.. Enumerable.Range(0, 60).SelectMany(i => Counted(frame, i))];
        foreach (int size in (int[])[1, 7, 13, 19, 20, 21, 37, 40, 63, 80, 247])
        {
            SensorDialogue dialogue = WitMotion(out Guid notify);
            List<float> all = [];
            for (int at = 0; at < stream.Length; at += size)
            {
                dialogue.Decode(notify, stream.AsSpan(at, Math.Min(size, stream.Length - at)), _readings, out int count).ShouldBe(OperationStatus.Done);
                all.AddRange(_readings.Take(count).Select(r => r.AccY));
            }

            all.ShouldBe(Enumerable.Range(0, 60).Select(i => (float)i), $"{size} bytes a notification");
            dialogue.Counters.Malformed.ShouldBe(0);
        }
    }

    [Fact]
    public void WitMotion_WithTheRestOfAFrameLost_GivesUpThatFrameAndMarksTheNext()
    {
        byte[] frame = Vectors.Find("vendor-witmotion", "data").Bytes;
        SensorDialogue dialogue = WitMotion(out Guid notify);
        dialogue.Decode(notify, frame.AsSpan(0, 12), _readings, out int count).ShouldBe(OperationStatus.Done);
        count.ShouldBe(0);
        dialogue.Decode(notify, Counted(frame, 7), _readings, out count).ShouldBe(OperationStatus.Done);
        (count, _readings[0].AccY).ShouldBe((1, 7f));
        (_readings[0].Marks & SampleMarks.Lost).ShouldBe(SampleMarks.Lost);
    }

    [Fact]
    public void Thingy52_OfAnyState_IsKnownAndRefusedInWords()
    {
        SensorProfile profile = SensorProfiles.Find([], "Thingy 1").ShouldNotBeNull();
        profile.Limits.MaxAccelG.ShouldBe(2);
        SensorDialogue dialogue = profile.Open(profile.DefaultSettings);
        Next(dialogue).ShouldBe("read ef680401"); // it is one
        dialogue.OnRead(new byte[9]);
        dialogue.NextStep().Kind.ShouldBe(SensorStepKind.Refused);
        dialogue.Refusal!.Kind.ShouldBe(SensorRefusalKind.Unfit);
        dialogue.Refusal.Message.ShouldContain("2 g");
    }

    [Fact]
    public void Profiles_WhoseRangesAreTooSmallForFeet_AreUnfit() =>
        SensorProfiles.All.ShouldAllBe(p => p.Limits.Unfit != null || (p.Limits.MaxAccelG >= 16 && p.Limits.MaxGyroDegPerS >= 1000 && p.Limits.RatesHz.Max() >= 60));

    private static SensorDialogue WitMotion(out Guid notify)
    {
        SensorDialogue dialogue = SensorProfiles.WitMotion.Open(SensorProfiles.WitMotion.DefaultSettings);
        SensorStep subscribe = dialogue.NextStep();
        notify = subscribe.Characteristic;
        Say(subscribe).ShouldBe("subscribe 0000ffe4");
        Next(dialogue).ShouldBe("write 0000ffe9 FFAA6988B5");
        dialogue.NextStep().Kind.ShouldBe(SensorStepKind.Pause);
        return dialogue;
    }

    private void Answer(SensorDialogue dialogue, Guid notify, string hex)
    {
        dialogue.Decode(notify, Convert.FromHexString(hex), _readings, out int count).ShouldBe(OperationStatus.Done);
        count.ShouldBe(0);
    }

    private static byte[] Counted(byte[] frame, int i)
    {
        byte[] counted = [.. frame];
        BinaryPrimitives.WriteInt16LittleEndian(counted.AsSpan(4), (short)i);
        return counted;
    }

    private static string Next(SensorDialogue dialogue) => Say(dialogue.NextStep());

    private static string Say(SensorStep step) =>
        $"{step.Kind.ToString().ToLowerInvariant()} {step.Characteristic.ToString()[..8]} {Convert.ToHexString(step.Value.Span)}".TrimEnd();
}
