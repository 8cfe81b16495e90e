using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Plan;
using GaitSense.Feedback.Targets;

namespace GaitSense.Feedback.Tests;

/// <summary>Which parts of ten minutes are silent by the plan: its end, its last minute, and every other minute.</summary>
public sealed class CueScheduleTests
{
    [Theory]
    [InlineData(100, 539.9, 30, SilenceReason.None)]
    [InlineData(100, 540, 30, SilenceReason.Probe)]
    [InlineData(100, 599.9, 30, SilenceReason.Probe)]
    [InlineData(100, 600, 30, SilenceReason.PlanOver)]
    [InlineData(50, 100, 0, SilenceReason.None)]
    [InlineData(50, 100, 59.9, SilenceReason.None)]
    [InlineData(50, 100, 60, SilenceReason.Fading)]
    [InlineData(50, 100, 120, SilenceReason.None)]
    [InlineData(0, 100, 0, SilenceReason.Fading)]
    public void Minute_IsSilentByThePlan(double cuedPercent, double walkS, double sinceStartS, SilenceReason why) =>
        CueSchedule.WhySilent(new CuePlan { DurationS = 600, Fading = new FadingPlan { CuedMinutesPercent = cuedPercent, ProbeS = 60 } }, walkS, sinceStartS).ShouldBe(why);
}
