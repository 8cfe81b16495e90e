using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Plan;
using GaitSense.Feedback.Rhythm;
using GaitSense.Feedback.Safety;

namespace GaitSense.Feedback.Tests;

/// <summary>The walker's preferred cadence is known after enough clean steps, and only of those.</summary>
public sealed class BaselineTests
{
    private readonly SteppingGate _gate = new(new SafetyPlan { MaxStepChangePercent = 60 });
    private double _nowS = 10;
    private Foot _next = Foot.Left;

    // 4 s of steps of 0.5 s, counted from the fourth clean one on.
    [Fact]
    public void Forward_EachCleanStepCountsOnce()
    {
        Baseline baseline = new(new RhythmPlan { BaselineS = 4, BaselineStrides = 100 });
        Land(0.5, 4);
        for (int i = 0; i < 8; i++)
        {
            Land(0.5);
            baseline.Learn(_gate, allClean: false, out SilenceReason why).ShouldBe(i == 7, $"{i + 1} steps");
            why.ShouldBe(SilenceReason.Baseline);
        }

        baseline.CadenceStepsPerMin!.Value.ShouldBe(120, 1e-9);
    }

    [Fact]
    public void Backward_TheStepsThatWereWaitedForCountToo()
    {
        Baseline baseline = new(new RhythmPlan { BaselineS = 4, BaselineStrides = 100 });
        Land(0.5, 5);
        baseline.Learn(_gate, allClean: true, out _).ShouldBeFalse("four steps");
        for (int i = 5; i <= 8; i++)
        {
            Land(0.5);
            baseline.Learn(_gate, allClean: true, out _).ShouldBe(i == 8, $"{i} steps");
        }
    }

    [Fact]
    public void Backward_StretchesAddUp()
    {
        Baseline baseline = new(new RhythmPlan { BaselineS = 4, BaselineStrides = 100 });
        Land(0.5, 5);
        baseline.Learn(_gate, allClean: true, out _).ShouldBeFalse();
        _gate.Restart();
        Land(0.5, 5);
        baseline.Learn(_gate, allClean: true, out _).ShouldBeTrue("four steps, twice");
        baseline.CadenceStepsPerMin!.Value.ShouldBe(120, 1e-9);
    }

    [Fact]
    public void Backward_AsManyStepsCountAsAreKept()
    {
        Baseline baseline = new(new RhythmPlan { BaselineS = 4.5, BaselineStrides = 100 });
        Land(0.5, 11);
        baseline.Learn(_gate, allClean: true, out _).ShouldBeFalse("8 of 10 steps are kept");
        Land(0.5);
        baseline.Learn(_gate, allClean: true, out _).ShouldBeTrue();
    }

    [Fact]
    public void Baseline_IsOverAfterItsStridesToo()
    {
        Baseline baseline = new(new RhythmPlan { BaselineS = 300, BaselineStrides = 6 });
        Land(0.5, 2);
        for (int i = 0; i < 12; i++)
        {
            Land(0.5);
            baseline.Learn(_gate, allClean: false, out _).ShouldBe(i == 11, $"{i + 1} steps");
        }
    }

    // Strides of 1.6 s that vary by 9 %, and by 19 %: the plan allows 15 %.
    [Theory, InlineData(0.08, true), InlineData(0.18, false)]
    public void SlowStrides_AreAsEvenAsTheirShareOfVariationSays(double variation, bool isBaseline)
    {
        Baseline baseline = new(new RhythmPlan { BaselineS = 300, BaselineStrides = 10, MaxVariationPercent = 15 });
        baseline.Walk.Add(new Stride { LengthM = 1 });
        baseline.Straight.Add(new Stride { LengthM = 1 });
        Land(0.8, 2);
        SilenceReason why = SilenceReason.None;
        for (int i = 0; i < 20; i++)
        {
            Land(0.8 * (1 + (i / 4 % 2 == 0 ? variation : -variation)));
            baseline.Learn(_gate, allClean: false, out why);
        }

        (baseline.IsDone, baseline.IsUneven).ShouldBe((isBaseline, !isBaseline));
        why.ShouldBe(isBaseline ? SilenceReason.Baseline : SilenceReason.CadenceOutOfRange);
        (baseline.Walk.LengthM() is null, baseline.Straight.LengthM() is null).ShouldBe((!isBaseline, !isBaseline), "a start that is none is forgotten");
    }

    [Fact]
    public void PaceOutsideThePlan_IsNoBaseline_AndItBeginsAgain()
    {
        Baseline baseline = new(new RhythmPlan { BaselineS = 4, BaselineStrides = 100, MaxCadenceStepsPerMin = 110 });
        Land(0.5, 2);
        Learn(0.5, 7).ShouldBe(SilenceReason.Baseline);
        Learn(0.5, 1).ShouldBe(SilenceReason.CadenceOutOfRange);
        baseline.IsUneven.ShouldBeFalse();
        Learn(0.625, 6).ShouldBe(SilenceReason.Baseline);
        baseline.IsDone.ShouldBeFalse();
        Learn(0.625, 1);
        baseline.CadenceStepsPerMin!.Value.ShouldBe(96, 1e-9);

        SilenceReason Learn(double stepS, int steps)
        {
            SilenceReason why = SilenceReason.None;
            for (int i = 0; i < steps; i++)
            {
                Land(stepS);
                baseline.Learn(_gate, allClean: false, out why);
            }

            return why;
        }
    }

    private void Land(double stepS, int landings = 1)
    {
        for (int i = 0; i < landings; i++)
        {
            DeviceTime at = DeviceTime.FromSeconds(_nowS += stepS);
            _gate.Land(new GaitEvent(_next, GaitEventKind.InitialContact, at, at, WalkingDirection.Forward, 0.9, null));
            _next = _next == Foot.Left ? Foot.Right : Foot.Left;
        }
    }
}
