using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;

namespace GaitSense.Protocol.Tests;

/// <summary>The sensors that can be bought: their vectors, and the whole way from connect to readings in SI.</summary>
public sealed class VendorTests
{
    private readonly RawReading[] _readings = new RawReading[SensorDialogue.MaxReadings];

    public static TheoryData<string> MovellaDot => Vectors.Names("vendor-movella-dot");

    public static TheoryData<string> MetaMotion => Vectors.Names("vendor-metamotion");

    public static TheoryData<string> WitMotion => Vectors.Names("vendor-witmotion");

    [Theory, MemberData(nameof(MovellaDot))]
    public void MovellaDot_OfAVector_Agrees(string name)
    {
        Vectors.Vector v = Vectors.Find("vendor-movella-dot", name);
        byte mode = (byte)v.Element.GetProperty("mode").GetInt32();
        MovellaDotPayload.Check(mode, v.Bytes).ShouldBe(v.Verdict);
        if (v.Verdict != PacketFault.None) return;
        var payload = MovellaDotPayload.Parse(mode, v.Bytes);
        payload.TimeUs.ShouldBe((uint)v.Long("time_us"));
        Near([payload.AccelMps2.X, payload.AccelMps2.Y, payload.AccelMps2.Z], Numbers(v, "acc"), 1e-5);
        Near([payload.GyroDegPerS.X, payload.GyroDegPerS.Y, payload.GyroDegPerS.Z], Numbers(v, "gyr"), 1e-5);
        if (mode != MovellaDotPayload.RateQuantities) return;
        SensorDialogue dialogue = Drive(SensorProfiles.MovellaDot, 60, out List<SensorStep> steps);
        dialogue.Decode(steps[^2].Characteristic, v.Bytes, _readings, out int count).ShouldBe(OperationStatus.Done);
        (count, _readings[0].Time).ShouldBe((1, payload.TimeUs));
        (_readings[0].GyrY * dialogue.Stream!.GyroScaleRadPerS).ShouldBe(-1999.5 * Math.PI / 180, 1e-4);
        _readings[0].Marks.ShouldBe(SampleMarks.GyroClipped);
    }

    [Theory, MemberData(nameof(MetaMotion))]
    public void MetaMotion_OfAVector_Agrees(string name)
    {
        Vectors.Vector v = Vectors.Find("vendor-metamotion", name);
        MetaMotionChip chip = Enum.Parse<MetaMotionChip>(v.Element.GetProperty("chip").GetString()!, ignoreCase: true);
        MetaMotionFrame.Check(chip, v.Bytes).ShouldBe(v.Verdict);
        if (v.Verdict != PacketFault.None) return;
        double[][] samples = v.Fields.GetProperty("samples").Deserialize<double[][]>()!;
        MetaMotionFrame.Samples(chip, v.Bytes).ShouldBe(samples.Length);
        bool gyro = v.Bytes[0] == MetaMotionFrame.GyroModule;
        StreamSettings settings = new(100, gyro ? (ushort)16_000 : (ushort)(v.Long("full_scale") * 1000), gyro ? (ushort)(v.Long("full_scale") * 10) : (ushort)20_000, StreamProfile.LowLatency);
        StreamDescription stream = SensorProfiles.MetaMotion.Open(settings).Stream!;
        double scale = gyro ? stream.GyroScaleRadPerS * 180 / Math.PI : stream.AccelScaleMps2 / 9.80665;
        for (int k = 0; k < samples.Length; k++)
        {
            (short x, short y, short z) = MetaMotionFrame.Triple(v.Bytes, k);
            Near([x * scale, y * scale, z * scale], samples[k], 1e-3);
        }
    }

    [Fact]
    public void MetaMotion_WithALostPacket_PairsAgainAndSaysSo()
    {
        SensorDialogue dialogue = SensorProfiles.MetaMotion.Open(StreamSettings.Default);
        SensorStep subscribe = Take(dialogue)[0];
        dialogue.Decode(subscribe.Characteristic, [0x13, 0x80, 0, 1], _readings, out _);
        Take(dialogue);
        List<RawReading> all = [];
        for (int packet = 0; packet < 60; packet++)
        {
            foreach ((byte module, byte register) in new (byte, byte)[] { (0x03, 0x1C), (0x13, 0x07) })
            {
                if (packet == 20 && module == 0x13) continue; // lost
                byte[] frame = new byte[20];
                (frame[0], frame[1]) = (module, register);
                for (int k = 0; k < 9; k++) BinaryPrimitives.WriteInt16LittleEndian(frame.AsSpan(2 + (2 * k)), (short)((packet * 3) + (k / 3)));
                dialogue.Decode(subscribe.Characteristic, frame, _readings, out int count).ShouldBe(OperationStatus.Done);
                all.AddRange(_readings.AsSpan(0, count));
            }
        }

        all.Take(60).ShouldAllBe(r => r.AccX == r.GyrX);
        all.TakeLast(60).ShouldAllBe(r => r.AccX == r.GyrX);
        all.Count(r => (r.Marks & SampleMarks.Lost) != SampleMarks.None).ShouldBe(1);
        dialogue.Counters.Unpaired.ShouldBe(3);
    }

    [Fact]
    public void MetaMotion_ToVibrate_WritesTheMakersExample()
    {
        SensorDialogue dialogue = SensorProfiles.MetaMotion.Open(StreamSettings.Default);
        dialogue.TryVibrate(new() { Strength = 255, Pulses = 1, OnMs = 5000 }, out SensorStep write).ShouldBeTrue();
        Convert.ToHexString(write.Value.Span).ShouldBe("0801F8881300");
        dialogue.TryVibrate(new() { Strength = 255, Pulses = 2, OnMs = 100 }, out _).ShouldBeFalse();
    }

    [Theory, MemberData(nameof(WitMotion))]
    public void WitMotion_OfAVector_Agrees(string name)
    {
        Vectors.Vector v = Vectors.Find("vendor-witmotion", name);
        WitMotionFrame.Check(v.Bytes).ShouldBe(v.Verdict);
        SensorDialogue dialogue = Drive(SensorProfiles.WitMotion, 200, out List<SensorStep> steps);
        OperationStatus status = dialogue.Decode(steps[0].Characteristic, v.Bytes, _readings, out int count);
        // A frame cut short may be half of one; an answer to a read is taken.
        bool taken = v.Verdict is PacketFault.None or PacketFault.UnknownKind || (v.Verdict == PacketFault.TooShort && v.Bytes.Length > 0);
        (status == OperationStatus.Done).ShouldBe(taken);
        if (v.Verdict != PacketFault.None) return;
        short[] s = v.Fields.GetProperty("sample").Deserialize<short[]>()!;
        _readings[0].ShouldBe(new RawReading(s[0], s[1], s[2], s[3], s[4], s[5], 0, 0, SampleMarks.AccelClipped));
        (s[0] * dialogue.Stream!.AccelScaleMps2).ShouldBe(9.80665, 1e-9);
        (s[3] * dialogue.Stream.GyroScaleRadPerS).ShouldBe(1000 * Math.PI / 180, 1e-9);

        // Frames are found again after stray bytes, and several come in one notification.
        dialogue.Decode(steps[0].Characteristic, [0x55, 0x00, .. v.Bytes, .. v.Bytes], _readings, out count).ShouldBe(OperationStatus.Done);
        count.ShouldBe(2);
    }

    [Fact]
    public void Profiles_All_AreFoundByTheirServiceAndSayTheirLimits()
    {
        foreach (SensorProfile profile in SensorProfiles.All)
        {
            SensorProfiles.Find([profile.AdvertisedService], null).ShouldBeSameAs(profile);
            foreach (string prefix in profile.NamePrefixes) SensorProfiles.Find([], prefix + " 1").ShouldBeSameAs(profile);
            profile.Limits.Remarks.ShouldNotBeEmpty();
            StreamDescription? stream = profile.Open(profile.DefaultSettings).Stream;
            if (stream is null) continue;
            stream.HasTimestamp.ShouldBe(profile.Limits.HasTimestamp);
            (stream.CounterBits > 0).ShouldBe(profile.Limits.HasCounter);
        }

        SensorProfiles.Find([], "left shoe of room 4", 0x0886).ShouldBeSameAs(SensorProfiles.MovellaDot); // its name is a tag that anyone may change
        SensorProfiles.Find([], "Somebody's phone", 0x004C).ShouldBeNull();
        SensorProfiles.WitMotion.AdvertisedService.ToString().ShouldEndWith("9a34fb"); // not the SIG's 9b34fb
        GaitSenseUuid.Motor.ToString().ShouldBe("7a0d0006-390e-4653-984e-1d20b3389a14");
    }

    private static SensorDialogue Drive(SensorProfile profile, ushort rate, out List<SensorStep> steps)
    {
        SensorDialogue dialogue = profile.Open(profile.DefaultSettings with { RateHz = rate });
        steps = Take(dialogue);
        return dialogue;
    }

    /// <summary>Steps up to and with the first wait, or all; a Movella DOT says that it streams at 60 Hz.</summary>
    private static List<SensorStep> Take(SensorDialogue dialogue)
    {
        List<SensorStep> steps = [];
        for (SensorStep step = dialogue.NextStep(); step.Kind is not (SensorStepKind.Idle or SensorStepKind.Refused); step = dialogue.NextStep())
        {
            steps.Add(step);
            if (step.Kind == SensorStepKind.Wait) break;
            if (step.Kind == SensorStepKind.Read) dialogue.OnRead(VendorStartTests.DotControl(60));
        }

        return steps;
    }

    private static double[] Numbers(Vectors.Vector v, string field) => v.Fields.GetProperty(field).Deserialize<double[]>()!;

    private static void Near(double[] actual, double[] expected, double tolerance)
    {
        for (int i = 0; i < expected.Length; i++) actual[i].ShouldBe(expected[i], tolerance);
    }
}
