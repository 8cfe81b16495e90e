using GaitSense.Core;
using GaitSense.Feedback.Plan;
using GaitSense.Feedback.Rhythm;
using GaitSense.Feedback.Safety;

namespace GaitSense.Feedback.Engine;

/// <summary>Whether the walker bears the ladder's tempo: no rest is due, and neither asymmetry nor stride length is worse than in the baseline by more than the plan allows.</summary>
internal sealed class TempoTolerance(LadderPlan plan, Baseline baseline, CueTally tally, RestAdvisor rest)
{
    private double? _asymmetryGrowthPoints;

    /// <summary>The walk's figures now.</summary>
    public void Observe(in LiveMetrics metrics) => _asymmetryGrowthPoints = metrics.LengthSymmetryPercent is { } now && baseline.IsDone && baseline.Walk.LengthSymmetryPercent is { } own
        ? Math.Abs(now) - Math.Abs(own)
        : null;

    /// <summary>Whether the tempo may stay or rise.</summary>
    public bool IsGood => !rest.IsDue
        && !(_asymmetryGrowthPoints > plan.MaxAsymmetryGrowthPoints)
        && !(baseline.Walk.LengthM() is { } own && tally.LatestLengthM is { } now && now < own.Mean * (1 - (plan.MaxLengthLossPercent / 100)));
}
