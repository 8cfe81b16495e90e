using System.Buffers;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace GaitSense.Protocol.Tests;

/// <summary>Bytes that nobody should send. GAITSENSE_FUZZ_PACKETS sets how many are mutated; .ci/full asks for ten million.</summary>
public sealed class FuzzTests
{
    private const long UsualPackets = 300_000;

    private static readonly Guid[] OwnCharacteristics = [GaitSenseUuid.SampleStream, GaitSenseUuid.ControlPoint, GaitSenseUuid.StreamInfo, GaitSenseUuid.Status];

    private readonly RawReading[] _readings = new RawReading[SensorDialogue.MaxReadings];

    [Fact]
    public void EveryVector_CutAtEveryByte_IsRefusedOrInRange()
    {
        List<Target> targets = Targets();
        foreach (byte[] seed in Seeds())
            for (int length = 0; length <= seed.Length; length++)
                foreach (Target target in targets) Give(target, seed.AsSpan(0, length));
        Counters(targets).Sum(c => c.Messages).ShouldBeGreaterThan(10_000);
    }

    [Fact]
    public void MutatedPackets_InGreatNumber_AreRefusedOrInRange()
    {
        long packets = long.TryParse(Environment.GetEnvironmentVariable("GAITSENSE_FUZZ_PACKETS"), CultureInfo.InvariantCulture, out long asked) ? asked : UsualPackets;
        byte[][] seeds = [.. Seeds()];
        var random = new Random(20261121);
        byte[] buffer = new byte[600];
        List<Target> targets = Targets();
        long before = Counters(targets).Sum(c => c.Messages);
        for (long i = 0; i < packets; i++)
        {
            byte[] seed = seeds[random.Next(seeds.Length)];
            seed.CopyTo(buffer, 0);
            int length = Mutate(random, buffer, seed.Length);
            Give(targets[random.Next(targets.Count)], buffer.AsSpan(0, length));
        }

        (Counters(targets).Sum(c => c.Messages) - before).ShouldBe(packets);
        Counters(targets).Sum(c => c.Malformed).ShouldBeGreaterThan(packets / 20);
        Counters(targets).Sum(c => c.Samples).ShouldBeGreaterThan(packets / 100); // and not everything is refused
    }

    [Fact]
    public void SamplePacket_WrittenAndRead_IsTheSame()
    {
        Gen<short> count = Gen.Choose(short.MinValue, short.MaxValue).Select(i => (short)i);
        Gen<RawSample> sample = count.ArrayOf(6).Select(a => new RawSample(a[0], a[1], a[2], a[3], a[4], a[5]));
        Gen<RawSample[]> samples = Gen.Choose(1, SamplePacket.MaxSamples).SelectMany(n => sample.ArrayOf(n));
        Arbitrary<(RawSample[] Samples, int Index, int Time, int Marks)> packets =
            (from s in samples from i in Gen.Choose(0, 65535) from t in Gen.Choose(int.MinValue, int.MaxValue) from m in Gen.Choose(0, 7) select (s, i, t, m)).ToArbitrary();
        Prop.ForAll(packets, p =>
        {
            byte[] bytes = new byte[SamplePacket.MaxSize];
            SamplePacket.TryWrite(bytes, (SampleMarks)p.Marks, 9, (ushort)p.Index, (uint)p.Time, p.Samples, out int size).ShouldBe(OperationStatus.Done);
            SamplePacket.TryRead(bytes.AsSpan(0, size), out SamplePacket packet).ShouldBe(OperationStatus.Done);
            (packet.Count, packet.Index, packet.TimeUs, packet.StreamBits).ShouldBe((p.Samples.Length, (ushort)p.Index, (uint)p.Time, 9));
            SampleMarks ends = p.Samples.Aggregate(SampleMarks.None, (m, s) => m | s.ClippingMarks);
            packet.Marks.ShouldBe((SampleMarks)p.Marks | ends);
            for (int k = 0; k < packet.Count; k++) packet[k].ShouldBe(p.Samples[k]);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Decode_OfAThousandPackets_AllocatesNothing()
    {
        byte[] info = Vectors.Find("stream-info", "200 Hz, 16 g, 2000 dps, left, ready").Bytes;
        SensorDialogue dialogue = SensorProfiles.GaitSense.Open(StreamSettings.Default);
        dialogue.Decode(GaitSenseUuid.StreamInfo, info, _readings, out _).ShouldBe(OperationStatus.Done);
        byte[] packet = new byte[SamplePacket.MaxSize];
        SamplePacket.TryWrite(packet, SampleMarks.None, dialogue.Stream!.Number!.Value, 5, 6, new RawSample[4], out int size);
        byte[] bad = packet[..21];
        byte[] answer = Vectors.Find("answers", "time").Bytes;
        void Run()
        {
            for (int i = 0; i < 1000; i++)
            {
                dialogue.Decode(GaitSenseUuid.SampleStream, packet.AsSpan(0, size), _readings, out _);
                dialogue.Decode(GaitSenseUuid.SampleStream, bad, _readings, out _);
                dialogue.TryAskTime((ulong)i, out _);
                dialogue.Decode(GaitSenseUuid.ControlPoint, answer, _readings, out _);
            }
        }

        Run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Run();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        dialogue.Counters.Samples.ShouldBe(8000);
        dialogue.Counters.Malformed.ShouldBe(2000);
    }

    private sealed record Target(SensorDialogue Dialogue, Guid Characteristic);

    private static IEnumerable<DecodeCounters> Counters(List<Target> targets) => targets.Select(t => t.Dialogue.Counters).Distinct();

    /// <summary>Dialogues that stream, with each characteristic they listen to.</summary>
    private List<Target> Targets()
    {
        List<Target> targets = [];
        SensorDialogue own = SensorProfiles.GaitSense.Open(StreamSettings.Default);
        own.Decode(GaitSenseUuid.StreamInfo, Vectors.Find("stream-info", "200 Hz, 16 g, 2000 dps, left, ready").Bytes, _readings, out _);
        SensorDialogue listener = SensorProfiles.GaitSense.Open(StreamSettings.Default);
        targets.Add(new(own, GaitSenseUuid.SampleStream));
        targets.AddRange(OwnCharacteristics[1..].Select(c => new Target(listener, c)));
        foreach (SensorProfile profile in SensorProfiles.All.Skip(1).Where(p => p.Limits.Unfit is null))
        {
            SensorDialogue dialogue = profile.Open(profile.DefaultSettings);
            Guid? characteristic = null;
            for (SensorStep step = dialogue.NextStep(); step.Kind is not (SensorStepKind.Idle or SensorStepKind.Wait); step = dialogue.NextStep())
            {
                if (step.Kind == SensorStepKind.Subscribe) characteristic = step.Characteristic;
                if (step.Kind == SensorStepKind.Read) dialogue.OnRead(VendorStartTests.DotControl(60));
            }

            if (profile == SensorProfiles.MetaMotion) dialogue.Decode(characteristic!.Value, [0x13, 0x80, 0, 1], _readings, out _);
            targets.Add(new(dialogue, characteristic!.Value));
        }

        return targets;
    }

    private void Give(Target target, ReadOnlySpan<byte> bytes)
    {
        OperationStatus status = target.Dialogue.Decode(target.Characteristic, bytes, _readings, out int count);
        if (status != OperationStatus.Done) count.ShouldBe(0);
        if ((uint)count > SensorDialogue.MaxReadings) throw new InvalidOperationException("more readings than there is room for");
        StreamDescription? stream = target.Dialogue.Stream;
        for (int k = 0; k < count; k++)
        {
            RawReading r = _readings[k];
            float most = Math.Max(Math.Max(Math.Abs(r.AccX), Math.Abs(r.AccY)), Math.Abs(r.AccZ)), fastest = Math.Max(Math.Max(Math.Abs(r.GyrX), Math.Abs(r.GyrY)), Math.Abs(r.GyrZ));
            if (!(most <= 32768 && fastest <= 32768) || (byte)r.Marks > 15) throw new InvalidOperationException($"out of range: {r}");
        }

        if (stream is not null && !(stream.PeriodS is >= 0.001 and <= 0.1 && stream.AccelScaleMps2 > 0 && stream.GyroScaleRadPerS > 0)) throw new InvalidOperationException($"out of range: {stream}");
        if (target.Dialogue.Status is { } s && s.BatteryPercent is > 100 and not SensorStatus.UnknownBattery) throw new InvalidOperationException($"out of range: {s}");
    }

    private static IEnumerable<byte[]> Seeds() =>
        Directory.EnumerateFiles(Vectors.Folder, "*.json").Order(StringComparer.Ordinal).SelectMany(f => Vectors.Read(Path.GetFileNameWithoutExtension(f))).Select(v => v.Bytes);

    private static int Mutate(Random random, byte[] b, int length)
    {
        for (int changes = random.Next(4); changes > 0; changes--)
        {
            switch (random.Next(5))
            {
                case 0 when length > 0: b[random.Next(length)] ^= (byte)(1 << random.Next(8)); break;
                case 1 when length > 0: b[random.Next(length)] = (byte)random.Next(256); break;
                case 2: length = random.Next(length + 1); break;
                case 3 when length < b.Length - 32: // grown by noise
                    int more = random.Next(32);
                    random.NextBytes(b.AsSpan(length, more));
                    length += more;
                    break;
                default: // whole samples more or less
                    length = Math.Clamp(length + (12 * (random.Next(9) - 4)), 0, b.Length);
                    break;
            }
        }

        return length;
    }
}
