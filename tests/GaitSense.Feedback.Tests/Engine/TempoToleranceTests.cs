using GaitSense.Core;
using GaitSense.Feedback.Engine;
using GaitSense.Feedback.Plan;
using GaitSense.Feedback.Rhythm;
using GaitSense.Feedback.Safety;

namespace GaitSense.Feedback.Tests;

/// <summary>A tempo may rise only while strides are about as long and as even as in the baseline.</summary>
public sealed class TempoToleranceTests
{
    private readonly Baseline _baseline = new(new RhythmPlan { OwnCadenceStepsPerMin = 100 });
    private readonly CueTally _tally = new(new HeardCues());
    private readonly TempoTolerance _tolerance;

    public TempoToleranceTests()
    {
        _tolerance = new TempoTolerance(new LadderPlan { MaxAsymmetryGrowthPoints = 3, MaxLengthLossPercent = 5 }, _baseline, _tally, new RestAdvisor(new RestPlan()));
        foreach (Foot foot in Enum.GetValues<Foot>()) _baseline.Walk.Add(new Stride { Foot = foot, LengthM = 1 });
    }

    [Theory, InlineData(3.0, true), InlineData(3.1, false), InlineData(-3.0, true), InlineData(-3.1, false), InlineData(null, true)]
    public void StridesThatAreLessEven_ByMoreThanThreePoints_AreNotPushed(double? symmetryPercent, bool isGood)
    {
        _tolerance.IsGood.ShouldBeTrue();
        _tolerance.Observe(new LiveMetrics { LengthSymmetryPercent = symmetryPercent });
        _tolerance.IsGood.ShouldBe(isGood);
    }

    [Theory, InlineData(0.951, true), InlineData(0.949, false)]
    public void StridesThatAreShorter_ByMoreThanATwentieth_AreNotPushed(double lengthM, bool isGood)
    {
        for (int i = 0; i < 20; i++) _tally.Add(new Stride { LengthM = lengthM }, isCued: true);
        _tolerance.IsGood.ShouldBe(isGood);
    }
}
