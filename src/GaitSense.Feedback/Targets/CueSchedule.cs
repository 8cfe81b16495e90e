using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Plan;

namespace GaitSense.Feedback.Targets;

/// <summary>Which parts of a walk are cued: after the baseline, minute by minute, and not at the end.</summary>
internal static class CueSchedule
{
    private const double MinuteS = 60;

    /// <summary>Why there are no cues by the plan; <see cref="SilenceReason.None"/> where there are.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="walkS">Time since the walk's first sample, s.</param>
    /// <param name="sinceStartS">Time since the baseline was over, s.</param>
    public static SilenceReason WhySilent(CuePlan plan, double walkS, double sinceStartS)
    {
        if (walkS >= plan.DurationS) return SilenceReason.PlanOver;
        if (walkS >= plan.DurationS - plan.Fading.ProbeS) return SilenceReason.Probe;
        double share = plan.Fading.CuedMinutesPercent / 100;
        int minute = (int)(sinceStartS / MinuteS);
        // The cued minutes are spread evenly, and the first is one of them.
        return Math.Ceiling((minute + 1) * share) > Math.Ceiling(minute * share) ? SilenceReason.None : SilenceReason.Fading;
    }
}
