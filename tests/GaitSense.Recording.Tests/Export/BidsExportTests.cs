using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using GaitSense.Core;
using GaitSense.Recording.Export;
using GaitSense.Recording.Files;
using GaitSense.Recording.Import;
using GaitSense.Recording.Plain;
using GaitSense.Recording.Units;
using GaitSense.Reference;

namespace GaitSense.Recording.Tests;

/// <summary>A recording as BIDS-motion: what stands there, and that it comes back to the last printed digit.</summary>
public sealed class BidsExportTests : IDisposable
{
    private const string Start = "sub-07/motion/sub-07_task-walk_tracksys-";

    private static readonly string[] PlainNumbers = ["0.1", "-9.80665", "12.345678901234", "1e-7", "9.80000001", "-0.333333333333333", "3", ""];

    private readonly TestFolder _folder = new();

    [Theory, InlineData("gaitmap-healthy"), InlineData("gaitmap-ms"), InlineData("voisard-1-1"), InlineData("pyshoe-2017-11-22-11-22-03"), InlineData("xio-short-walk"), InlineData("tripod-pws")]
    public void PlainToBidsToPlain_RealRecording_IsTheSameText(string name)
    {
        var recording = PlainRecording.Open(System.IO.Path.Combine(RealRecordings.Require(), name));
        PlainRecording back = Plain.ThereAndBack(recording, _folder);
        foreach (PlainSensor sensor in recording.Sensors) Plain.Text(back, sensor.Foot).ShouldBe(Plain.Text(recording, sensor.Foot));
    }

    [Theory, InlineData(RecordingClock.Shared), InlineData(RecordingClock.Separate)]
    public void PlainToBidsToPlain_GapsRepeatedTimesAndMissingNumbers_IsTheSameText(RecordingClock clock)
    {
        PlainRecording recording = Plain.Walk(_folder["walk"], clock);
        PlainRecording back = Plain.ThereAndBack(recording, _folder);
        foreach (Foot foot in new[] { Foot.Left, Foot.Right }) Plain.Text(back, foot).ShouldBe(Plain.Text(recording, foot));
    }

    [Fact]
    public void PlainToBidsToPlain_AnyRecording_IsTheSame()
    {
        Gen<ImuSample> sample = from us in Gen.Choose(0, 40_000)
                                from a in Gen.Choose(-3_000_000, 3_000_000).ArrayOf(3)
                                from w in Gen.Choose(-9_000_000, 9_000_000).ArrayOf(3)
                                from missing in Gen.Choose(0, 60)
                                select new ImuSample(new DeviceTime(us), new(a[0] / 1e5, a[1] / 1e5, missing == 0 ? double.NaN : a[2] / 1e5), new(w[0] / 1e6, w[1] / 1e6, missing == 1 ? double.NaN : w[2] / 1e6));
        Gen<(ImuSample[] Left, ImuSample[] Right, int Start, int Kind)> cases = from left in sample.ArrayOf() from right in sample.ArrayOf() from start in Gen.Choose(0, 2_000_000_000) from kind in Gen.Choose(0, 5) select (left, right, start, kind);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            using var folder = new TestFolder();
            Foot[] feet = c.Kind switch { 0 => [Foot.Left], 1 => [Foot.Right], _ => [Foot.Left, Foot.Right] };
            var info = new PlainRecordingInfo
            {
                Clock = c.Kind == 2 ? RecordingClock.Separate : RecordingClock.Shared,
                Sensors = [.. feet.Select(f => new PlainSensor(f, Words.Of(f) + ".csv", c.Kind > 3 ? 100 / 3.0 : null, c.Kind == 5 ? Plain.Turned : null))],
            };
            using (var writer = new PlainRecordingWriter(folder["plain"], info))
            {
                foreach (Foot foot in feet)
                {
                    long us = c.Start;
                    foreach (ImuSample s in foot == Foot.Left ? c.Left : c.Right) writer.Write(foot, s with { Time = new DeviceTime(us += s.Time.Microseconds) });
                }

                writer.Complete();
            }

            var recording = PlainRecording.Open(folder["plain"]);
            PlainRecording back = Plain.ThereAndBack(recording, folder);
            return Array.TrueForAll(feet, f => string.Equals(Plain.Text(back, f), Plain.Text(recording, f), StringComparison.Ordinal));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    [Fact]
    public void PlainToBidsToPlain_MoreDigitsThanUsual_KeepsEachNumber()
    {
        string rows = string.Concat(Enumerable.Range(0, 40).Select(i => FormattableString.Invariant($"{i * 0.001:F6},{string.Join(',', Enumerable.Range(0, 6).Select(k => PlainNumbers[((i * 5) + k) % PlainNumbers.Length]))}\n")));
        _folder.Write("plain/right.csv", Csv.Header + rows);
        _folder.Write("plain/session.json", """{"format": "gaitsense-plain-recording", "version": 1, "sensors": [{"foot": "right", "file": "right.csv", "mounting": null}]}""");
        Plain.ThereAndBack(PlainRecording.Open(_folder["plain"]), _folder);
        Csv.Read(File.ReadAllBytes(_folder["back/right.csv"])).Samples.ShouldBe(Csv.Read(File.ReadAllBytes(_folder["plain/right.csv"])).Samples);
    }

    [Fact]
    public void Write_Recording_HasTheFilesThatBidsAsksFor()
    {
        ExportResult result = Export(Plain.Walk(_folder["walk"]));
        foreach (string foot in new[] { "leftfoot", "rightfoot" })
            foreach (string end in new[] { "motion.tsv", "motion.json", "channels.tsv", "channels.json" }) result.Files.Contains($"{Start}{foot}_{end}", StringComparer.Ordinal).ShouldBeTrue(end);
        foreach (string file in result.Files) File.Exists(_folder["bids/" + file]).ShouldBeTrue(file);
        Directory.EnumerateFiles(_folder["bids"], "*", SearchOption.AllDirectories).Count().ShouldBe(result.Files.Count, "nothing else, and nothing temporary");
        File.ReadAllText(_folder["bids/participants.tsv"]).ShouldBe("participant_id\nsub-07\n", "a pseudonym and nothing else");
        File.ReadAllText(_folder["bids/sub-07/sub-07_scans.tsv"]).ShouldStartWith("filename\tacq_time\nmotion/sub-07_task-walk_tracksys-leftfoot_motion.tsv\t1900-01-01T00:00:00.000000\n");

        using JsonDocument description = Json("dataset_description.json");
        description.RootElement.GetProperty("Name").GetString().ShouldNotBeNullOrEmpty();
        description.RootElement.GetProperty("BIDSVersion").GetString().ShouldBe("1.9.0");
        description.RootElement.GetProperty("License").GetString().ShouldBe("MIT");

        using JsonDocument motion = Json(Start + "leftfoot_motion.json");
        motion.RootElement.GetProperty("TaskName").GetString().ShouldBe("walk");
        motion.RootElement.GetProperty("TrackingSystemName").GetString().ShouldBe("leftfoot");
        motion.RootElement.GetProperty("SamplingFrequency").GetDouble().ShouldBe(100);
        using JsonDocument right = Json(Start + "rightfoot_motion.json");
        right.RootElement.GetProperty("SamplingFrequency").GetDouble().ShouldBeGreaterThan(40, "measured where none is stated");
        using JsonDocument frame = Json(Start + "leftfoot_channels.json");
        frame.RootElement.GetProperty("reference_frame").GetProperty("Levels").GetProperty("sensor").GetProperty("SpatialAxes").GetString().ShouldBe("IPL");
    }

    [Fact]
    public void Recording_ThatNobodyWalked_SaysSoAsADataSetAndWhenItComesBack()
    {
        string source = RecordingOrigin.OfPreset("healthy", 5);
        ExportResult simulated = Export(Plain.Walk(_folder["walk"], source: source));
        foreach (string path in (string[])[_folder["bids"], .. simulated.Files.Where(f => f.EndsWith("_motion.tsv", StringComparison.Ordinal)).Select(f => _folder["bids/" + f])]) RecordingOrigin.SaysSimulated(path).ShouldBeTrue(path);
        File.ReadAllText(_folder["bids/README"]).ShouldStartWith("Nobody walked this");
        using (JsonDocument description = Json("dataset_description.json")) description.RootElement.GetProperty("Name").GetString().ShouldNotBeNull().ShouldStartWith("Simulated");
        // One foot's word is enough: what describes the other may be lost.
        File.Delete(_folder[$"bids/{Start}leftfoot_channels.json"]);
        RecordingImport.Convert([_folder["bids"]], _folder["back"], new ImportOptions(), stop: TestContext.Current.CancellationToken);
        PlainRecording.Open(_folder["back"]).Info.Source.ShouldBe(source);
        RecordingOrigin.SaysSimulated(_folder["back"]).ShouldBeTrue();
    }

    [Fact]
    public void Recording_OfAPersonsWalk_IsNotCalledSimulatedAsADataSet()
    {
        Export(Plain.Walk(_folder["walk"]));
        RecordingOrigin.SaysSimulated(_folder["bids"]).ShouldBeFalse();
        File.ReadAllText(_folder["bids/README"]).ShouldStartWith("Walking, recorded");
    }

    [Fact]
    public void Write_Recording_HasNoHeaderAndAColumnForEachChannel()
    {
        Export(Plain.Walk(_folder["walk"]));
        string[] motion = File.ReadAllLines(_folder[$"bids/{Start}rightfoot_motion.tsv"]);
        motion[0].ShouldBe("12.350001\t0.10000\t0.20000\t9.70000\t1.000000\t-1.500000\t0.125000");
        motion[7].ShouldBe("12.410001\tn/a\t0.20000\t9.70000\t1.000000\t-1.500000\t0.125000");
        string[] channels = File.ReadAllLines(_folder[$"bids/{Start}rightfoot_channels.tsv"]);
        channels[0].ShouldBe("name\tcomponent\ttype\ttracked_point\tunits\treference_frame");
        channels.Skip(1).Select(l => string.Join(' ', l.Split('\t')[1..5])).ShouldBe(
            ["n/a LATENCY n/a s", "x ACCEL RightFoot m/s^2", "y ACCEL RightFoot m/s^2", "z ACCEL RightFoot m/s^2", "x GYRO RightFoot rad/s", "y GYRO RightFoot rad/s", "z GYRO RightFoot rad/s"]);
        motion[0].Split('\t').Length.ShouldBe(channels.Length - 1);
    }

    [Fact]
    public void Write_RecordingWithReference_WritesItsEventsByOnset()
    {
        Export(Plain.Walk(_folder["walk"], reference: new ReferenceData
        {
            Events = [new(Foot.Left, GaitEventKind.InitialContact, new DeviceTime(14_000_000), WalkingDirection.Backward)],
            Strides = [new(Foot.Left, new DeviceTime(13_000_000), new DeviceTime(14_500_000), 0.75, WalkingDirection.Unknown)],
            Ignored = [new(Foot.Left, new DeviceTime(13_000_000), new DeviceTime(13_250_000), "a\tdoor")],
        }));
        File.ReadAllLines(_folder[$"bids/{Start}leftfoot_events.tsv"]).ShouldBe([
            "onset\tduration\ttrial_type\tdirection\tlength_m\tdescription",
            "13.000000\t1.500000\tstride\tn/a\t0.750000\tn/a",
            "13.000000\t0.250000\tignore\tn/a\tn/a\ta?door",
            "14.000000\t0.000000\tinitial_contact\tbackward\tn/a\tn/a"]);
        File.Exists(_folder[$"bids/{Start}leftfoot_events.json"]).ShouldBeTrue();
        File.Exists(_folder[$"bids/{Start}rightfoot_events.tsv"]).ShouldBeFalse("it has none");
    }

    [Fact]
    public void Write_IntoAFolderWithADataSet_WritesNothingOver()
    {
        PlainRecording walk = Plain.Walk(_folder["walk"]);
        Export(walk);
        string[] before = [.. Directory.EnumerateFiles(_folder["bids"], "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        DateTime[] times = [.. before.Select(File.GetLastWriteTimeUtc)];
        Should.Throw<OutputRefusedException>(() => Export(walk)).Message.ShouldContain("is there already and is not overwritten");
        Directory.EnumerateFiles(_folder["bids"], "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ShouldBe(before);
        before.Select(File.GetLastWriteTimeUtc).ShouldBe(times);
    }

    [Fact]
    public void Write_StoppedOrFailing_LeavesNothingBehind()
    {
        PlainRecording walk = Plain.Walk(_folder["walk"]);
        using var stop = new CancellationTokenSource();
        Should.Throw<OperationCanceledException>(() => BidsExport.Write(walk, _folder["bids"], new BidsExportOptions(), _ => stop.Cancel(), stop.Token));
        Directory.Exists(_folder["bids"]).ShouldBeFalse();

        File.AppendAllText(_folder["walk/right.csv"], "99,lots,0,0,0,0,0\n");
        Should.Throw<RecordingFormatException>(() => Export(walk)).Message.ShouldContain("\"lots\" is no number");
        Directory.Exists(_folder["bids"]).ShouldBeFalse();
    }

    [Fact]
    public void Write_NumbersInOtherUnits_IsRefused()
    {
        string rows = string.Concat(Enumerable.Range(0, 400).Select(i => FormattableString.Invariant($"{i * 0.01},0,0,1.0,0,0,0\n")));
        _folder.Write("plain/right.csv", Csv.Header + rows);
        _folder.Write("plain/session.json", """{"format": "gaitsense-plain-recording", "version": 1, "sensors": [{"foot": "right", "file": "right.csv"}]}""");
        Should.Throw<UnitSlipException>(() => Export(PlainRecording.Open(_folder["plain"]))).Message.ShouldContain("is this in g?");
        Directory.Exists(_folder["bids"]).ShouldBeFalse();
    }

    [Theory, InlineData("a_b"), InlineData(""), InlineData("jörg"), InlineData("../x")]
    public void Write_LabelThatIsNone_IsRefused(string label) =>
        Should.Throw<ArgumentException>(() => BidsExport.Write(Plain.Walk(_folder["walk"]), _folder["bids"], new BidsExportOptions { Participant = label }));

    [Fact]
    public void PlainExport_Recording_KeepsNumbersAndReference()
    {
        PlainRecording walk = Plain.Walk(_folder["walk"], reference: new ReferenceData { Events = [new(Foot.Right, GaitEventKind.MidSwing, new DeviceTime(13_000_000), WalkingDirection.Forward)] });
        PlainExport.Write(walk, _folder["copy"], stop: TestContext.Current.CancellationToken);
        var copy = PlainRecording.Open(_folder["copy"]);
        foreach (Foot foot in new[] { Foot.Left, Foot.Right }) Plain.Text(copy, foot).ShouldBe(Plain.Text(walk, foot));
        copy.ReadReference()!.Events.ShouldBe(walk.ReadReference()!.Events);
        Should.Throw<OutputRefusedException>(() => PlainExport.Write(walk, _folder["copy"])).Message.ShouldContain("not overwritten");
    }

    [Fact]
    public void ToJson_Strides_KeepsDigitsAndSaysNullForNothing() =>
        System.Text.Encoding.UTF8.GetString(StrideExport.ToJson(Csv.Bytes("foot,start_s,valid,reject_reason\nleft,,false,gap\nright,1.500000,true,\n")))
            .ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal)
            .ShouldBe("""[{"foot":"left","start_s":null,"valid":false,"reject_reason":"gap"},{"foot":"right","start_s":1.500000,"valid":true,"reject_reason":null}]""");

    public void Dispose() => _folder.Dispose();

    private ExportResult Export(PlainRecording recording) =>
        BidsExport.Write(recording, _folder["bids"], new BidsExportOptions { Participant = "07" }, stop: TestContext.Current.CancellationToken);

    private JsonDocument Json(string file) => JsonDocument.Parse(File.ReadAllBytes(_folder["bids/" + file]));
}
