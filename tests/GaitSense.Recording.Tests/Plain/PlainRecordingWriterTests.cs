using GaitSense.Core;
using GaitSense.Recording.Plain;
using GaitSense.Recording.Samples;
using GaitSense.Reference;

namespace GaitSense.Recording.Tests;

public sealed class PlainRecordingWriterTests : IDisposable
{
    private static readonly PlainRecordingInfo Both = new()
    {
        Clock = RecordingClock.Separate,
        Description = "a \"walk\", öffentlich",
        Source = "tests",
        Licence = "MIT",
        Sensors =
        [
            new PlainSensor(Foot.Left, "left.csv", 102.4, MountingAxes.Identity),
            new PlainSensor(Foot.Right, "right.csv", null, null),
        ],
    };

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Complete_AnyRecording_ReadsBackToTheLastPrintedDigit(bool gzip)
    {
        ImuSample[] left = [.. Enumerable.Range(0, 2000).Select(i => Sample(i, 4883))];
        ImuSample[] right = [.. Enumerable.Range(0, 1500).Select(i => Sample(i + 7, 10_000))];
        right[3] = right[3] with { AccelMps2 = new(double.NaN, 1, 2) };
        right[4] = right[4] with { Time = right[3].Time, GyroRadPerS = new(1, double.PositiveInfinity, 2) };
        using (var writer = new PlainRecordingWriter(_folder["walk"], Both, gzip))
        {
            writer.Write(Foot.Left, left);
            writer.Write(Foot.Right, right);
            writer.Complete();
        }

        PlainRecording recording = PlainRecording.Open(_folder["walk"]);
        recording.Info.Description.ShouldBe(Both.Description);
        recording.Info.Sensors.ShouldBe(Both.Sensors);
        recording.Clock.ShouldBe(RecordingClock.Separate);
        ShouldMatch(Read(recording, Foot.Left), left);
        ShouldMatch(Read(recording, Foot.Right), right);
        byte[] start = File.ReadAllBytes(_folder["walk/left.csv"])[..2];
        (start is [0x1f, 0x8b]).ShouldBe(gzip);
        Directory.GetFiles(_folder["walk"]).Length.ShouldBe(3, "no temporary file is left");
    }

    [Fact]
    public void Complete_WithReference_ReadsBackTheSame()
    {
        var reference = new ReferenceData
        {
            Events = [new(Foot.Left, GaitEventKind.InitialContact, new(1_234_567), WalkingDirection.Backward), new(Foot.Right, GaitEventKind.MidSwing, new(-5), WalkingDirection.Unknown)],
            Strides = [new(Foot.Right, new(1), new(2), 1.25, WalkingDirection.InPlace)],
            StrideSequence = [new(Foot.Left, 1.1, 1.3)],
            Ignored = [new(Foot.Left, new(0), new(9), "a turn, \"sharp\"\nand short")],
        };
        using (var writer = new PlainRecordingWriter(_folder["walk"], Both))
        {
            writer.SetReference(reference);
            writer.Complete();
        }

        ReferenceData? back = PlainRecording.Open(_folder["walk"]).ReadReference();
        back.ShouldNotBeNull();
        back.Events.ShouldBe(reference.Events);
        back.Strides.ShouldBe(reference.Strides);
        back.StrideSequence.ShouldBe(reference.StrideSequence);
        back.Ignored.ShouldBe(reference.Ignored);
        File.ReadAllText(_folder["walk/reference/events.csv"]).ShouldBe(
            "foot,event,time_s,direction\nleft,initial_contact,1.234567,backward\nright,mid_swing,-0.000005,\n");
    }

    [Fact]
    public void Dispose_WithoutComplete_LeavesNothing()
    {
        using (var writer = new PlainRecordingWriter(_folder["walk"], Both)) writer.Write(Foot.Left, Sample(1, 1));
        Directory.GetFiles(_folder["walk"]).ShouldBeEmpty();
    }

    [Fact]
    public void Write_AgainstTheFormat_IsTheCallersMistake()
    {
        PlainRecordingInfo one = Both with { Sensors = [Both.Sensors[0]] };
        using var writer = new PlainRecordingWriter(_folder["walk"], one);
        writer.Write(Foot.Left, Sample(5, 10));
        Should.Throw<ArgumentException>(() => writer.Write(Foot.Left, Sample(4, 10)));
        Should.Throw<ArgumentException>(() => writer.Write(Foot.Right, Sample(5, 10)));
        Should.Throw<ArgumentException>(() => new PlainRecordingWriter(_folder["x"], Both with { Sensors = [] }));
        Should.Throw<ArgumentException>(() => new PlainRecordingWriter(_folder["x"], Both with { Sensors = [Both.Sensors[0], Both.Sensors[0]] }));
        Should.Throw<ArgumentException>(() => new PlainRecordingWriter(_folder["x"], one with { Sensors = [Both.Sensors[0] with { File = "../left.csv" }] }));
    }

    [Fact]
    public void New_FolderIsAFile_SaysSoInOneLine()
    {
        string file = _folder.Write("taken", "x");
        RecordingWriteException e = Should.Throw<RecordingWriteException>(() => new PlainRecordingWriter(file, Both));
        e.Message.ShouldContain("cannot be written");
        e.Message.ShouldNotContain("\n");
    }

    private static ImuSample Sample(int i, long periodUs) => new(
        new(i * periodUs),
        new(Math.Round(Math.Sin(i) * 150, 5), Math.Round(Math.Cos(i) * 0.001, 5), Math.Round(9.81 + (i * 1e-5), 5)),
        new(Math.Round(Math.Sin(i * 0.3) * 34, 6), Math.Round(i * -1e-6, 6), 0));

    private static List<ImuSample> Read(PlainRecording recording, Foot foot)
    {
        using SampleReader reader = recording.OpenSensor(recording.SensorOf(foot)!);
        List<ImuSample> samples = [];
        var block = new ImuSample[333];
        for (int n; (n = reader.Read(block)) > 0;) samples.AddRange(block.AsSpan(0, n));
        return samples;
    }

    private static void ShouldMatch(List<ImuSample> back, ImuSample[] written)
    {
        back.Count.ShouldBe(written.Length);
        for (int i = 0; i < written.Length; i++)
        {
            if (written[i].AccelMps2.IsFinite && written[i].GyroRadPerS.IsFinite) back[i].ShouldBe(written[i]);
            else (back[i].Time, back[i].AccelMps2.IsFinite, back[i].GyroRadPerS.IsFinite).ShouldBe((written[i].Time, written[i].AccelMps2.IsFinite, written[i].GyroRadPerS.IsFinite));
        }
    }
}
