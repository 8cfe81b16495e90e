using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Engine;
using GaitSense.Feedback.Plan;
using GaitSense.Feedback.Rhythm;
using GaitSense.Feedback.Targets;

namespace GaitSense.Feedback.Tests;

/// <summary>What the summary says of cues: counted from their outcomes, with beats at 120 steps/min.</summary>
public sealed class CueTallyTests
{
    private readonly HeardCues _next = new();
    private readonly CueTally _tally;
    private double _nowS = 10;

    public CueTallyTests() => _tally = new CueTally(_next);

    [Fact]
    public void WithoutBeats_NothingIsSaidOfThem()
    {
        End(CueKind.Words, null);
        CueReport report = Report();
        (report.BeatsWithStep, report.MeanAsynchronyS, report.SdAsynchronyS, report.PhaseConcentration, report.TempoMatchPercent).ShouldBe((0, null, null, null, null));
        report.Silences.ShouldBeEmpty();
    }

    [Fact]
    public void Given_AreThoseThatWereNotTakenBack()
    {
        End(CueKind.Beat, 0);
        End(CueKind.Beat, null);
        End(CueKind.Beat, null, SilenceReason.StepMissed);
        End(CueKind.GoodStep, null);
        End(CueKind.Words, null, SilenceReason.Stopped);
        CueReport report = Report();
        report.Given.OrderBy(g => g.Key).Select(g => g.Value).ShouldBe([2, 1, 0, 0]);
        (report.TakenBack, report.BeatsWithStep).ShouldBe((2, 1));
        _next.Outcomes.Count.ShouldBe(5);
    }

    // 20 ms late and 40 ms early, of steps of 0.5 s.
    [Fact]
    public void Landings_LieAgainstTheirBeats()
    {
        End(CueKind.Beat, 0.02);
        CueReport one = Report();
        (one.MeanAsynchronyS, one.SdAsynchronyS).ShouldBe((0.02, null));
        one.PhaseConcentration!.Value.ShouldBe(1, 1e-12);
        End(CueKind.Beat, -0.04);
        CueReport two = Report();
        two.BeatsWithStep.ShouldBe(2);
        two.MeanAsynchronyS!.Value.ShouldBe(-0.01, 1e-12);
        two.SdAsynchronyS!.Value.ShouldBe(0.06 / Math.Sqrt(2), 1e-12);
        two.PhaseConcentration!.Value.ShouldBe(Math.Cos(2 * Math.PI * 0.03 / 0.5), 1e-12);
        End(CueKind.Beat, -0.01);
        Report().SdAsynchronyS!.Value.ShouldBe(0.03, 1e-12);
    }

    // Half a step before or after is the opposite: such landings have no phase in common with those on the beat.
    [Fact]
    public void Landings_AQuarterOfAStepApart_ShareHalfAsMuch()
    {
        End(CueKind.Beat, 0);
        End(CueKind.Beat, 0.125);
        Report().PhaseConcentration!.Value.ShouldBe(Math.Sqrt(0.5), 1e-12);
        End(CueKind.Beat, 0.125);
        Report().PhaseConcentration!.Value.ShouldBe(Math.Sqrt(5) / 3, 1e-12);
    }

    // Five steps tell a tempo; a mean of 0.52 s is 4 % off, and 0.508 s is not 2 % off.
    [Fact]
    public void TempoMatches_WhereFiveStepsAreWithinTwoPercent()
    {
        for (int i = 0; i < 5; i++) Land(0.5);
        Report().TempoMatchPercent.ShouldBeNull("four steps");
        Land(0.5);
        Report().TempoMatchPercent.ShouldBe(100);
        Land(0.6);
        Report().TempoMatchPercent.ShouldBe(50);
        for (int i = 0; i < 5; i++) Land(0.508);
        Report().TempoMatchPercent!.Value.ShouldBe(100 * 2 / 7.0, 1e-9);
        for (int i = 0; i < 5; i++) Land(0.48);
        Report().TempoMatchPercent!.Value.ShouldBe(100 * 5 / 12.0, 1e-9); // of 0.5024, 0.4968 and 0.4912 s, no more
    }

    [Fact]
    public void StepWithoutALanding_BeginsTheTempoAgain_AndAGoodStepDoesNot()
    {
        for (int i = 0; i < 3; i++) Land(0.5);
        End(CueKind.Beat, null);
        for (int i = 0; i < 5; i++)
        {
            Land(i == 0 ? 1 : 0.5);
            End(CueKind.GoodStep, null);
        }

        Report().TempoMatchPercent.ShouldBeNull();
        Land(0.5);
        Report().TempoMatchPercent.ShouldBe(100);
    }

    [Fact]
    public void Silences_AreCountedByReason()
    {
        _tally.CountSilence(SilenceReason.Turning);
        _tally.CountSilence(SilenceReason.Turning);
        _tally.CountSilence(SilenceReason.SensorLost);
        Report().Silences.ShouldBe(new Dictionary<SilenceReason, int> { [SilenceReason.SensorLost] = 1, [SilenceReason.Turning] = 2 }, ignoreOrder: true);
    }

    [Fact]
    public void LatestLength_IsOfTwentyStridesWithCues()
    {
        _tally.Add(new Stride { LengthM = 9 }, isCued: false);
        _tally.Add(new Stride(), isCued: true);
        for (int i = 0; i < 19; i++) _tally.Add(new Stride { LengthM = 1 }, isCued: true);
        _tally.LatestLengthM.ShouldBeNull();
        _tally.Add(new Stride { LengthM = 3 }, isCued: true);
        _tally.LatestLengthM!.Value.ShouldBe(1.1, 1e-12);
    }

    private void Land(double stepS)
    {
        _nowS += stepS;
        End(CueKind.Beat, 0);
    }

    private void End(CueKind kind, double? lateS, SilenceReason? cancelled = null)
    {
        DeviceTime at = DeviceTime.FromSeconds(_nowS);
        _tally.OnOutcome(new CueOutcome(new Cue(0, kind, Foot.Left, at, at, 0), 120, lateS is { } s ? at.AddSeconds(s) : null, cancelled));
    }

    private CueReport Report()
    {
        CuePlan plan = new();
        Baseline baseline = new(plan.Rhythm);
        return _tally.Report(plan, baseline, new TempoLadder(plan.Ladder, plan.Practice), new TargetCoach(plan, baseline.Walk), new TaskBlocks(plan, new OpenCues(_next)));
    }
}
