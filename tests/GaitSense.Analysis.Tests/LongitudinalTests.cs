using GaitSense.Analysis.Summary;
using GaitSense.Analysis.Walks;
using GaitSense.Core;

namespace GaitSense.Analysis.Tests;

public sealed class LongitudinalTests
{
    private const WalkingDirection Forward = WalkingDirection.Forward;

    [Fact]
    public void Supports_KnownWalk_AddUpToTheStride()
    {
        StrideGroup g = WalkSummary.From(new FakeWalk { NoiseM = 0 }.Play((Forward, 40))).Statistics.SteadyForward;

        // Stride 1.1 s, stance 0.66 s, double support 0.11 s at each landing.
        g.Left.TotalDoubleSupportS.Mean!.Value.ShouldBe(0.22, 1e-6);
        g.Left.DoubleSupportPercent.Mean!.Value.ShouldBe(20, 1e-3);
        g.Left.SingleSupportS.Mean!.Value.ShouldBe(0.44, 1e-6);
        g.Left.SingleSupportPercent.Mean!.Value.ShouldBe(40, 1e-3);
        g.Symmetry.PhaseCoordination.MeanPhaseDeg!.Value.ShouldBe(180, 1e-3);
        g.Symmetry.PhaseCoordination.Percent!.Value.ShouldBe(0, 1e-3);
        g.Symmetry.StrideLength.LnRatioPercent!.Value.ShouldBe(100 * Math.Log(1.26 / 1.20), 1e-6);
        g.Symmetry.AngleAtTerminalContact.LnRatioPercent!.Value.ShouldBe(0, 1e-6);
        g.Left.StrideTimeS.Variability!.N.ShouldBe(36);
    }

    [Fact]
    public void Angle_ThatCrossesZero_HasNoSymmetry()
    {
        WalkRecord walk = new FakeWalk().Play((Forward, 20));
        WalkRecord crossed = walk with { Strides = [.. walk.Strides.Select((s, i) => i % 3 == 0 ? s with { AngleAtInitialContactRad = -0.1 } : s)] };

        WalkSummary.From(crossed).Statistics.SteadyForward.Symmetry.AngleAtInitialContact.Withheld!.ShouldContain("positive in some strides");
    }

    [Theory]
    [InlineData(0.004, true, true, true)]
    [InlineData(0.0105, true, true, false)]
    [InlineData(0.0115, true, false, false)]
    [InlineData(0.056, false, false, false)]
    public void ClockUncertainty_TooLargeForAValue_WithholdsIt(double clockS, bool step, bool support, bool symmetry)
    {
        WalkRecord walk = new FakeWalk().Play((Forward, 40));
        StrideGroup g = WalkSummary.From(walk with { Context = walk.Context with { ClockUncertaintyS = clockS } }).Statistics.SteadyForward;

        (g.Left.StepTimeS.Mean is not null).ShouldBe(step);
        (g.Left.DoubleSupportS.Mean is not null).ShouldBe(support);
        (g.Symmetry.StepTime.Percent is not null).ShouldBe(symmetry);
        (g.Symmetry.PhaseCoordination.Percent is not null).ShouldBe(symmetry);
        g.Left.TotalDoubleSupportS.Mean.ShouldNotBeNull("the offset cancels");
        g.Left.StepTimeS.Variability!.Sd.ShouldNotBeNull("an offset does not change a spread");
        if (!support) g.Left.DoubleSupportS.Withheld!.ShouldContain("clocks");
    }

    [Fact]
    public void ClockError_TenMilliseconds_LiesInTheStatedUncertainty()
    {
        // The right foot's clock is 10 ms ahead: its steps seem longer, the left foot's shorter.
        WalkRecord walk = new FakeWalk().Play((Forward, 40));
        WalkRecord off = walk with
        {
            Context = walk.Context with { ClockUncertaintyS = 0.010 },
            Steps = [.. walk.Steps.Select(s => s with { StepTimeS = s.StepTimeS + (s.Foot == Foot.Right ? 0.010 : -0.010) })],
        };
        StrideGroup g = WalkSummary.From(off).Statistics.SteadyForward;

        g.Left.StepTimeS.Mean!.Value.ShouldBe(0.54, 1e-6);
        g.Right.StepTimeS.Mean!.Value.ShouldBe(0.56, 1e-6);
        g.Left.StepTimeS.Ci95High!.Value.ShouldBeGreaterThan(0.55);
        g.Right.StepTimeS.Ci95Low!.Value.ShouldBeLessThan(0.55);
        g.Symmetry.StepTime.LnRatioCi95Low!.Value.ShouldBeLessThan(0);
        g.Symmetry.StepTime.LnRatioPercent!.Value.ShouldBeGreaterThan(3);
        g.Both.StepTimeS.Mean!.Value.ShouldBe(0.55, 1e-3, "it cancels over both feet");
    }

    [Fact]
    public void Fatigue_ShorterLastMinute_IsNamed()
    {
        // Six minutes; every stride a little shorter than the one before.
        WalkRecord walk = new FakeWalk { NoiseM = 0.01 }.Play((Forward, 330));
        WalkRecord tired = walk with { Strides = [.. walk.Strides.Select(s => s with { LengthM = s.LengthM * (1 - (s.End.Seconds / 60 * 0.04)) })] };
        FatigueDrift drift = WalkSummary.From(tired).Fatigue;

        drift.FullMinutes.ShouldBe(6);
        drift.FirstMinuteDistanceM!.Value.ShouldBe(60 / 1.1 * 1.23 * 0.98, 1.5);
        drift.DistanceWalkedIndexPercent!.Value.ShouldBe(-20.4, 0.5);
        drift.StrideLengthM.Change!.Value.ShouldBe(1.23 * -0.2, 0.01);
        drift.StrideLengthM.Ci95High!.Value.ShouldBeLessThan(0);
        drift.CadenceStepsPerMin.Change!.Value.ShouldBe(0, 1e-6);
        Math.Abs(drift.StrideLengthLnRatioPercent.Change!.Value).ShouldBeLessThan(0.5);
    }

    [Fact]
    public void Fatigue_ShortWalk_IsWithheldInWords()
    {
        FatigueDrift drift = WalkSummary.From(new FakeWalk().Play((Forward, 60))).Fatigue;

        drift.DistanceWithheld.ShouldBe("1 full minutes of at least 2 needed");
        drift.SpeedMps.Withheld.ShouldBe("1 full minutes of at least 2 needed");
    }
}
