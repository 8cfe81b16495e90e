using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Plan;
using GaitSense.Feedback.Rhythm;
using GaitSense.Feedback.Safety;

namespace GaitSense.Feedback.Tests;

/// <summary>The parts of the rhythm, each by hand.</summary>
public sealed class RhythmRuleTests
{
    private const double StepS = 0.5;

    // Even steps of 0.5 s: the next may come 60 % late, and no later.
    [Theory, InlineData(0.79, false), InlineData(0.81, true)]
    public void LandingThatDoesNotCome_IsOverdueAfterOneAndAHalfSteps(double sinceS, bool isOverdue)
    {
        SteppingGate gate = Stepped(new SteppingGate(new SafetyPlan()), _ => StepS, 8, out double lastS);
        gate.IsOverdue(At(lastS + sinceS)).ShouldBe(isOverdue);
        gate.IsOpen.ShouldBe(!isOverdue);
    }

    // Strides that vary by 2 % make a baseline of 120 steps/min; by 20 % they make none, and the reason is said.
    [Theory, InlineData(0.02, true), InlineData(0.25, false)]
    public void UnevenStart_IsNoBaseline(double variation, bool isBaseline)
    {
        RhythmPlan plan = new() { BaselineS = 20, BaselineStrides = 10 };
        Baseline baseline = new(plan);
        SteppingGate gate = new(new SafetyPlan { MaxStepChangePercent = 200 });
        List<SilenceReason> said = [];
        // Pairs of steps alike, so that the stride varies and not only the step.
        Stepped(gate, i => StepS * (1 + (variation * (i / 4 % 2 == 0 ? 1 : -1))), 60, out _, () =>
        {
            if (baseline.IsDone) return;
            baseline.Learn(gate, allClean: false, out SilenceReason why);
            if (why != SilenceReason.Baseline) said.Add(why);
        });
        baseline.IsDone.ShouldBe(isBaseline);
        if (isBaseline) baseline.CadenceStepsPerMin.ShouldNotBeNull().ShouldBe(120, 4);
        else said.ShouldContain(SilenceReason.CadenceOutOfRange);
    }

    // Backward the clean steps before the direction was known count too, of each stretch its own: four of the first, asked after the fourth, and six of the second, asked after the sixth.
    [Theory, InlineData(4, 6), InlineData(4, 4), InlineData(6, 4)]
    public void ShortStretches_AllTheirCleanStepsMakeTheBaseline(int first, int second)
    {
        Baseline baseline = new(new RhythmPlan { BaselineS = 60, BaselineStrides = (first + second) / 2 });
        SteppingGate gate = Stepped(new SteppingGate(new SafetyPlan()), _ => StepS, first, out _);
        baseline.Learn(gate, allClean: true, out _).ShouldBeFalse();
        gate.Restart();
        Stepped(gate, _ => StepS, second, out _);
        baseline.Learn(gate, allClean: true, out _).ShouldBeTrue();
        baseline.CadenceStepsPerMin.ShouldNotBeNull().ShouldBe(120, 1e-6);
    }

    // A target far away: the tempo goes there by 1 step/min in each second, whatever the target.
    [Fact]
    public void Tempo_MovesNoFasterThanThePlanSays()
    {
        BeatClock clock = new(new RhythmPlan { TempoSlewStepsPerMinPerS = 1 });
        clock.Lock(Foot.Left, At(10), 0, 100);
        for (int i = 0; i < 20; i++)
        {
            double before = clock.TempoStepsPerMin, beatS = clock.Beat.Seconds;
            Foot foot = i % 2 == 0 ? Foot.Right : Foot.Left;
            clock.TryAdvance(foot, clock.Beat, targetStepsPerMin: 160, phaseGain: 0).ShouldBeTrue();
            (clock.TempoStepsPerMin - before).ShouldBeInRange(0.3, 0.61, $"after a step of {60 / before:0.00} s at {beatS:0.0} s");
        }

        clock.TempoStepsPerMin.ShouldBeLessThan(113);
    }

    // Samples missing for a quarter of a second and more may have held a step.
    [Theory, InlineData(0.2, false), InlineData(0.3, true)]
    public void GapInTheSamples_StopsTheBeats(double gapS, bool stops)
    {
        Stepper walker = new(new CuePlan { Rhythm = new() { BaselineS = 20, BaselineStrides = 10 } });
        walker.WalkIn();
        walker.Engine.OnGap(new Gap(Foot.Left, At(walker.NowS - gapS), At(walker.NowS), true));
        (walker.Engine.TempoStepsPerMin is null).ShouldBe(stops);
        walker.Engine.Silence.ShouldBe(stops ? SilenceReason.SensorLost : SilenceReason.None);
    }

    private static SteppingGate Stepped(SteppingGate gate, Func<int, double> stepS, int steps, out double lastS, Action? afterStep = null)
    {
        double time = 1;
        for (int i = 0; i <= steps; i++)
        {
            if (i > 0) time += stepS(i);
            GaitEvent landing = new(i % 2 == 0 ? Foot.Left : Foot.Right, GaitEventKind.InitialContact, At(time), At(time), WalkingDirection.Forward, 0.9, null);
            SilenceReason why = gate.Land(in landing);
            if (i > 0) why.ShouldBe(SilenceReason.None);
            if (i > 0) afterStep?.Invoke();
        }

        lastS = time;
        return gate;
    }

    private static DeviceTime At(double seconds) => DeviceTime.FromSeconds(seconds);
}
