using GaitSense.Core;
using GaitSense.Recording.Checkup;
using GaitSense.Recording.Plain;

namespace GaitSense.Recording.Tests;

/// <summary>What the doctor reads off the files themselves.</summary>
public sealed class CheckupTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public void Examine_Walk_CountsWhatIsThere()
    {
        PlainRecording walk = Plain.Walk(_folder["walk"]);
        IReadOnlyList<SensorCheckup> sensors = RecordingCheckup.Examine(walk, stop: TestContext.Current.CancellationToken);
        SensorCheckup left = sensors[0], right = sensors[1];
        (left.Foot, left.Samples, left.Gaps, left.StatedRateHz).ShouldBe((Foot.Left, 291, 1, 100));
        left.RateHz!.Value.ShouldBe(100, 1e-3);
        left.LongestGapS.ShouldBe(0.1, 1e-9);
        left.LongestGapAtS.ShouldBe(0.5, 1e-9);
        left.RestAccelMps2!.Value.ShouldBe(9.81, 0.01);
        left.LongestRestS.ShouldBeGreaterThan(1.5);
        left.StuckColumns.ShouldBe(["acc_y_mps2", "gyr_y_radps", "gyr_z_radps"]);
        (right.RepeatedTimes, right.Incomplete).ShouldBe((140, 2));
    }

    [Fact]
    public void Judge_Walk_NamesWhatLooksWrong()
    {
        PlainRecording walk = Plain.Walk(_folder["walk"]);
        IReadOnlyList<Finding> findings = RecordingCheckup.Judge(RecordingCheckup.Examine(walk, stop: TestContext.Current.CancellationToken), walk.Clock);
        Texts(findings, FindingKind.Gaps, Foot.Left).ShouldBe(["left: 1 gap, together 0.1 s, the longest 0.1 s at 0.5 s: strides with a long one are rejected"]);
        Texts(findings, FindingKind.Gaps, Foot.Right).ShouldBe(["right: 2 rows lack numbers: they count as gaps"]);
        Texts(findings, FindingKind.Time, Foot.Right)[0].ShouldContain("140 samples repeat");
        Texts(findings, FindingKind.Stuck, Foot.Left).Length.ShouldBe(3);
        findings.ShouldNotContain(f => f.IsProblem);
    }

    [Fact]
    public void Judge_NeverAtRest_SaysSo()
    {
        Finding[] findings = Judge(Sensor("right", i => (9.8 + (6 * Math.Sin(i * 0.9)), Math.Cos(i * 1.3), 0.1 * (i % 9), 3 + (0.01 * (i % 3)), 1 - (0.1 * (i % 5)), i % 7)));
        findings.Select(f => f.Kind).ShouldBe([FindingKind.Rest]);
        Judge(Sensor("right", i => (9.8 + (i * 1e-5), i * 1e-5, i * 1e-5, i * 1e-6, i * 1e-6, i * 1e-6))).ShouldBeEmpty();
    }

    [Fact]
    public void Judge_BiasedGyroscopeAndOtherRate_AreNamed() =>
        Judge(Sensor("right", i => (9.8 + (i * 1e-5), i * 1e-5, i * 1e-5, 0.3 + (i * 1e-6), i * 1e-6, i * 1e-6), rateHz: 120)).Select(f => f.Kind).ShouldBe([FindingKind.Time, FindingKind.Bias]);

    [Fact]
    public void Judge_NumbersInG_IsAProblem()
    {
        Finding[] findings = Judge(Sensor("right", i => (1 + (i * 1e-5), i * 1e-5, i * 1e-5, i * 1e-6, i * 1e-6, i * 1e-6)));
        findings.ShouldContain(f => f.Kind == FindingKind.Units && f.IsProblem && f.Text.Contains("is this in g?", StringComparison.Ordinal));
    }

    [Fact]
    public void Judge_TimeRunningBackward_SaysWhereAndKeepsWhatCameBefore()
    {
        string file = Sensor("right", i => (9.8 + (i * 1e-5), i * 1e-5, i * 1e-5, i * 1e-6, i * 1e-6, i * 1e-6));
        File.AppendAllText(file, "1.0,9.8,0,0,0,0,0\n");
        PlainRecording recording = PlainRecording.Open(_folder["one"]);
        SensorCheckup sensor = RecordingCheckup.Examine(recording, stop: TestContext.Current.CancellationToken)[0];
        sensor.Samples.ShouldBe(400);
        Finding finding = RecordingCheckup.Judge([sensor], recording.Clock).Single();
        (finding.Kind, finding.IsProblem).ShouldBe((FindingKind.Unreadable, true));
        finding.Text.ShouldContain("line 402, column time_s: time goes backward");
    }

    [Fact]
    public void Judge_SameFileTwice_AndClocksThatNeverMeet_AreProblems()
    {
        SensorCheckup left = RecordingCheckup.Examine(PlainRecording.Open(System.IO.Path.GetDirectoryName(Sensor("left", Still))!), stop: TestContext.Current.CancellationToken)[0];
        SensorCheckup right = left with { Foot = Foot.Right };
        RecordingCheckup.Judge([left, right], RecordingClock.Shared).Select(f => f.Kind).ShouldBe([FindingKind.SameData]);
        SensorCheckup later = right with { FirstS = 100, LastS = 104, Fingerprint = 1 };
        RecordingCheckup.Judge([left, later], RecordingClock.Shared).Single(f => f.Kind == FindingKind.Clock).IsProblem.ShouldBeTrue();
        RecordingCheckup.Judge([left, later], RecordingClock.Separate).ShouldBeEmpty();
        SensorCheckup shifted = right with { FirstS = left.FirstS + 3, LastS = left.LastS + 3, Fingerprint = 1 };
        Finding apart = RecordingCheckup.Judge([left, shifted], RecordingClock.Shared).Single();
        apart.IsProblem.ShouldBeFalse();
        apart.Text.ShouldStartWith("the right foot begins 3 s after the left and the right foot ends 3 s after the left: ");
        RecordingCheckup.Judge([left, shifted with { FirstS = left.FirstS + 1.5, LastS = left.LastS + 1.5 }], RecordingClock.Shared).ShouldBeEmpty();

        static (double, double, double, double, double, double) Still(int i) => (9.8 + (i * 1e-5), i * 1e-5, i * 1e-5, i * 1e-6, i * 1e-6, i * 1e-6);
    }

    [Fact]
    public void Examine_EveryRealRecording_RestsAndHasNoWrongUnits()
    {
        foreach (string folder in RealRecordings.All())
        {
            var recording = PlainRecording.Open(folder);
            foreach (SensorCheckup sensor in RecordingCheckup.Examine(recording, stop: TestContext.Current.CancellationToken))
            {
                sensor.Units.ShouldBeNull(folder);
                sensor.Failure.ShouldBeNull(folder);
                sensor.StuckColumns.ShouldBeEmpty(folder);
                // The person of this one hardly lets a foot stand.
                if (recording.Name is not "gaitmap-ms") (sensor.RestShare > 0.03).ShouldBeTrue($"{folder} {sensor.Foot}");
            }
        }
    }

    public void Dispose() => _folder.Dispose();

    private static string[] Texts(IEnumerable<Finding> findings, FindingKind kind, Foot foot) => [.. findings.Where(f => f.Kind == kind && f.Foot == foot).Select(f => f.Text)];

    private Finding[] Judge(string file)
    {
        var recording = PlainRecording.Open(System.IO.Path.GetDirectoryName(file)!);
        return [.. RecordingCheckup.Judge(RecordingCheckup.Examine(recording, stop: TestContext.Current.CancellationToken), recording.Clock)];
    }

    private string Sensor(string foot, Func<int, (double, double, double, double, double, double)> row, double rateHz = 100)
    {
        _folder.Write("one/session.json", $$"""{"format": "gaitsense-plain-recording", "version": 1, "sensors": [{"foot": "{{foot}}", "file": "{{foot}}.csv", "rate_hz": {{rateHz}}}]}""");
        return _folder.Write($"one/{foot}.csv", Csv.Header + string.Concat(Enumerable.Range(0, 400).Select(i =>
        {
            (double a, double b, double c, double d, double e, double f) = row(i);
            return FormattableString.Invariant($"{i * 0.01:F6},{a:F5},{b:F5},{c:F5},{d:F6},{e:F6},{f:F6}\n");
        })));
    }
}
