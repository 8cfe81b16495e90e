using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Plan;
using GaitSense.Feedback.Safety;

namespace GaitSense.Feedback.Tests;

/// <summary>No beat before clean steps, and none after one that was not: each rule at its edge.</summary>
public sealed class SteppingGateTests
{
    private static readonly SafetyPlan Plan = new() { CleanSteps = 4, MinConfidence = 0.5, MaxStepChangePercent = 20 };

    private readonly SteppingGate _gate = new(Plan);
    private double _nowS = 10;
    private Foot _next = Foot.Left;

    [Fact]
    public void FirstLanding_IsNoStep_AndFourCleanOnesOpen()
    {
        Land(0.5).ShouldBe(SilenceReason.NotStepping);
        for (int i = 0; i < 4; i++)
        {
            _gate.IsOpen.ShouldBeFalse();
            Land(0.5).ShouldBe(SilenceReason.None);
        }

        (_gate.IsOpen, _gate.Clean).ShouldBe((true, 4));
        _gate.PeriodS.ShouldBe(0.5, 1e-9);
    }

    [Theory]
    [InlineData(0.24, SilenceReason.StepIrregular)]
    [InlineData(0.25, SilenceReason.None)]
    [InlineData(2.0, SilenceReason.None)]
    [InlineData(2.01, SilenceReason.StepIrregular)]
    public void Step_OfAnyWalker_TakesAQuarterOfASecondToTwo(double stepS, SilenceReason expected)
    {
        Land(0.5);
        Land(stepS).ShouldBe(expected);
    }

    [Theory]
    [InlineData(0.5 * 1.19, SilenceReason.None)]
    [InlineData(0.5 * 1.21, SilenceReason.StepIrregular)]
    [InlineData(0.5 / 1.19, SilenceReason.None)]
    [InlineData(0.5 / 1.21, SilenceReason.StepIrregular)]
    public void Step_UnlikeThoseOfThisFoot_IsIrregularBothWays(double stepS, SilenceReason expected)
    {
        Walk(5);
        Land(stepS).ShouldBe(expected);
        _gate.IsOpen.ShouldBe(expected == SilenceReason.None);
        _gate.Clean.ShouldBe(expected == SilenceReason.None ? 5 : 0);
    }

    // A limp of 0.4 and 0.6 s is regular: each foot is compared with itself, and its beat is on its own landing.
    [Fact]
    public void Limp_IsClean_AndItsShareIsKnown()
    {
        Land(0.5);
        for (int i = 0; i < 8; i++) Land(_next == Foot.Left ? 0.6 : 0.4).ShouldBe(SilenceReason.None);
        _gate.LimpS.ShouldBe(0.05, 1e-9);
        _gate.PeriodS.ShouldBe(0.5, 1e-9);
        _gate.StrideBefore(0)!.Value.ShouldBe(1.0, 1e-9);
        _gate.StepBefore(0).ShouldBe(0.6, 1e-6);
        _gate.StepBefore(1).ShouldBe(0.4, 1e-6);
    }

    [Fact]
    public void SameFootTwice_AndAnUnsureLanding_BeginAgain()
    {
        Walk(5);
        _next = _next == Foot.Left ? Foot.Right : Foot.Left;
        Land(0.5).ShouldBe(SilenceReason.StepIrregular);
        _gate.IsOpen.ShouldBeFalse();
        Walk(4, first: false);
        _gate.IsOpen.ShouldBeTrue();
        Land(0.5, confidence: 0.49).ShouldBe(SilenceReason.StepUnsure);
        _gate.IsOpen.ShouldBeFalse();
        Land(0.5, confidence: 0.5).ShouldBe(SilenceReason.None);
    }

    [Fact]
    public void Landing_ThatIsSixTenthsOfAStepLate_IsOverdueOnce_AndNothingOfBeforeCounts()
    {
        Walk(5);
        _gate.IsOverdue(At(_nowS + 0.79)).ShouldBeFalse();
        _gate.IsOverdue(At(_nowS + 0.81)).ShouldBeTrue();
        _gate.IsOverdue(At(_nowS + 0.9)).ShouldBeFalse("it was said");
        (_gate.IsOpen, _gate.Clean, _gate.LimpS).ShouldBe((false, 0, 0));
        Land(1.0).ShouldBe(SilenceReason.NotStepping);
    }

    [Theory, InlineData(1.5, 1.99, 2.01), InlineData(0, 1.99, 2.01)]
    public void Landing_OfSlowStepsOrAfterTheFirst_IsOverdueAfterTwoSeconds(double stepS, double notYetS, double overdueS)
    {
        Land(0.5);
        for (int i = 0; i < 4 && stepS > 0; i++) Land(stepS);
        _gate.IsOverdue(At(_nowS + notYetS)).ShouldBeFalse();
        _gate.IsOverdue(At(_nowS + overdueS)).ShouldBeTrue();
    }

    [Fact]
    public void Restart_ForgetsAllSteps()
    {
        Walk(6);
        _gate.Restart();
        (_gate.IsOpen, _gate.Clean).ShouldBe((false, 0));
        _gate.IsOverdue(At(_nowS + 60)).ShouldBeFalse("nothing is expected");
        Land(0.5).ShouldBe(SilenceReason.NotStepping);
        Land(0.9).ShouldBe(SilenceReason.None, "no step of before to be compared with");
    }

    [Fact]
    public void Strides_AreTwoStepsEach_AsFarAsBothAreKept()
    {
        Land(0.5);
        foreach (double stepS in (double[])[0.5, 0.52, 0.54, 0.56]) Land(stepS).ShouldBe(SilenceReason.None);
        _gate.StrideBefore(0)!.Value.ShouldBe(1.1, 1e-6);
        _gate.StrideBefore(1)!.Value.ShouldBe(1.06, 1e-6);
        _gate.StrideBefore(2)!.Value.ShouldBe(1.02, 1e-6);
        _gate.StrideBefore(3).ShouldBeNull("of the step before the first nothing is known");
    }

    // A single step shows no limp, and two show it as what lies between them, not as a tempo.
    [Theory, InlineData(Foot.Left), InlineData(Foot.Right)]
    public void Limp_IsKnownFromBothFeet(Foot first)
    {
        _next = first;
        Land(0.5);
        Land(0.6);
        _gate.LimpS.ShouldBe(0);
        _gate.PeriodS.ShouldBe(0.6, 1e-9);
        Land(0.4);
        _gate.LimpS.ShouldBe(first == Foot.Left ? -0.05 : 0.05, 1e-9);
        _gate.PeriodS.ShouldBe(0.5, 1e-9);
        Land(0.6);
        _gate.PeriodS.ShouldBe(0.5, 1e-9, "an even number of steps");
    }

    // 0.5 s, then 0.59: the foot's own time is halfway, 0.545, and 0.66 is too far from that.
    [Theory, InlineData(0.65, SilenceReason.None), InlineData(0.66, SilenceReason.StepIrregular)]
    public void OwnTimeOfAFoot_FollowsItsStepsHalfway(double stepS, SilenceReason expected)
    {
        Walk(5);
        Land(0.59).ShouldBe(SilenceReason.None);
        Land(0.5);
        Land(stepS).ShouldBe(expected);
    }

    [Fact]
    public void StepsAfterAnIrregularOne_HaveATempoOfTheirOwn()
    {
        Walk(6);
        Land(1.2).ShouldBe(SilenceReason.StepIrregular);
        Land(0.9).ShouldBe(SilenceReason.None);
        _gate.PeriodS.ShouldBe(0.9, 1e-9);
        Land(0.9);
        Land(0.9);
        _gate.PeriodS.ShouldBe(0.9, 1e-9);
    }

    [Fact]
    public void Landing_IsExpectedUntilTwoSeconds()
    {
        Land(0.5);
        _gate.IsOverdue(At(_nowS + 2)).ShouldBeFalse();
        _gate.IsOverdue(At(_nowS + 2.001)).ShouldBeTrue();
    }

    private void Walk(int landings, bool first = true)
    {
        for (int i = 0; i < landings; i++) Land(0.5).ShouldBe(first && i == 0 ? SilenceReason.NotStepping : SilenceReason.None);
    }

    private SilenceReason Land(double stepS, double confidence = 0.9)
    {
        _nowS = Math.Round(_nowS + stepS, 6);
        Foot foot = _next;
        _next = foot == Foot.Left ? Foot.Right : Foot.Left;
        return _gate.Land(new GaitEvent(foot, GaitEventKind.InitialContact, At(_nowS), At(_nowS), WalkingDirection.Forward, confidence, null));
    }

    private static DeviceTime At(double seconds) => DeviceTime.FromSeconds(seconds);
}
