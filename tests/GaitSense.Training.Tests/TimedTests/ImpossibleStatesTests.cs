using FsCheck;
using FsCheck.Fluent;
using GaitSense.Core;
using GaitSense.Training.Records;
using GaitSense.Training.TimedTests;

namespace GaitSense.Training.Tests.TimedTests;

/// <summary>Whatever feet do and people press, in whatever order: a test is never where it cannot be, and what it keeps is whole.</summary>
public sealed class ImpossibleStatesTests
{
    private static readonly Dictionary<TestState, TestState[]> Possible = new()
    {
        [TestState.Setup] = [TestState.Ready, TestState.Armed, TestState.Over],
        [TestState.Ready] = [TestState.Setup, TestState.Armed, TestState.Over],
        [TestState.Armed] = [TestState.Running, TestState.Setup, TestState.Over],
        [TestState.Running] = [TestState.Ended, TestState.Setup, TestState.Reviewed, TestState.Over],
        [TestState.Ended] = [TestState.Reviewed, TestState.Over],
        [TestState.Reviewed] = [TestState.Setup, TestState.Over],
        [TestState.Over] = [],
    };

    // A request or a step, and how long after the one before, in tenths of a second.
    private static readonly Gen<(int What, int Tenths)> Deeds =
        from what in Gen.Choose(0, 17)
        from tenths in Gen.Frequency((6, Gen.Choose(0, 10)), (3, Gen.Choose(15, 40)), (1, Gen.Choose(100, 1300)))
        select (what, tenths);

    [Theory]
    [InlineData("t25fw")]
    [InlineData("3mbw")]
    [InlineData("tug")]
    [InlineData("2mwt")]
    [InlineData("dual")]
    public void AnySequence_KeepsToThePossibleStates_AndKeepsWholeTrials(string id) =>
        Prop.ForAll(Deeds.ListOf().ToArbitrary(), deeds => Check(id, deeds)).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    private static bool Check(string id, IEnumerable<(int What, int Tenths)> deeds)
    {
        List<TestNotice> notices = [];
        TestState before = TestState.Setup;
        bool possible = true;
        TimedTestRun run = Asked.Run(id, n =>
        {
            notices.Add(n);
            if (n.Kind != TestNoticeKind.State) return;
            possible &= Possible[before].Contains(n.State);
            before = n.State;
        }, corridorM: 10);
        HandMadeFeet feet = new();
        List<TestRequest> requests = [];
        double now = 0, x = 0;
        Foot foot = Foot.Left;
        foreach ((int what, int tenths) in deeds)
        {
            now = Math.Max(now + (tenths / 10.0), what > 12 ? feet.EndS + 0.1 : 0);
            if (what <= 11) requests.Add(new TestRequest((TestRequestKind)what, now) { Reason = tenths % 2 == 0 ? "because" : null, Candidate = tenths % 7 == 0 ? tenths % 3 : null });
            else if (what > 12) feet.Swing(foot = 1 - foot, now, now + 0.3, x += what == 13 ? 0.03 : 0.6);
        }

        feet.Play(run, Math.Min(now + 3, 500), [.. requests]);
        Trial[] trials = [.. run.Trials];
        return possible && before == run.State
            && trials.Select(t => t.No).SequenceEqual(Enumerable.Range(1, trials.Length))
            && trials.Count(t => t.Reason.StartsWith("false start", StringComparison.Ordinal)) == notices.Count(n => n.Kind == TestNoticeKind.FalseStart)
            && trials.Length == notices.Count(n => n.Kind == TestNoticeKind.TrialKept)
            && trials.All(t => t.Official is null == t.Definition is null && (t.Definition is null || string.Equals(t.Definition, run.Setting.OfficialDefinition, StringComparison.Ordinal)))
            && trials.All(t => t.Validity != Validity.Invalid || (t.Official is null && t.Reason.Length > 0))
            && trials.All(t => t.Validity != Validity.Valid || t.GoS is not null)
            && trials.All(t => t.WatchS is null or > 0)
            && trials.All(t => t.Feet.Count == 0 || Math.Abs(t.Feet.Sum(f => f.Share) - 1) < 0.01 || t.Feet.Sum(f => f.Share) < 1)
            && (run.Outcome is null) == (run.State != TestState.Ended)
            && (run.Draft.GoS is null || run.Draft.ArmedS <= run.Draft.GoS)
            && (run.Draft.StopS is null || run.Draft.GoS < run.Draft.StopS);
    }
}
