using GaitSense.Analysis.Cues;
using GaitSense.Cli.Cues;

namespace GaitSense.Cli.Tests;

/// <summary>What is said of the cues of a walk afterwards: the reason that held, one thing in the singular, signs in words.</summary>
public sealed class CueLinesTests
{
    private static readonly CueSummary Walk = new()
    {
        StartCheck = null,
        OwnCadenceStepsPerMin = 100,
        Dose = new CueDose { Beats = 1, GoodSteps = 1, Corrections = 1, Words = 1, TakenBack = 0, CuedS = 1, WalkS = 60 },
        Timing = new CueTiming { BeatsWithStep = 0, MeanAsynchronyS = null, SdAsynchronyS = null, PhaseConcentration = null, TempoMatchPercent = null },
        Silences = [],
        LadderEnabled = true,
        HighestLevelPercent = 2,
        BackOffs = 1,
        RestsOffered = 0,
        StopsSaid = 1,
        Benefit = [],
        Targets = [],
        Tasks = [],
        Delivery = new CueDelivered { Device = "default", Begun = 1, Missed = 1, NotPlaced = 0, Underruns = 1, Failure = null },
    };

    [Fact]
    public void OneOfEach_IsInTheSingular()
    {
        string[] lines = [.. CueLines.Of(Walk)];
        lines[0].ShouldStartWith("cues: 1 beat, 1 good step, 1 correction, 1 other word;");
        lines.Contains("ladder: to +2 % of the preferred cadence, back once", StringComparer.Ordinal).ShouldBeTrue();
        lines.Contains("\"stop\" was said once", StringComparer.Ordinal).ShouldBeTrue();
        lines.Contains("sound: 1 cue came too late and was left out, 0 could not be placed; the device ran dry once", StringComparer.Ordinal).ShouldBeTrue();
        lines.ShouldAllBe(l => !l.Contains("1 times", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("steep", false, "cues: none; most of the time: words of steep")]
    [InlineData("unchecked", false, "cues: none; most of the time: words of unchecked")]
    [InlineData("unconfirmed", false, "cues: no beats; nobody confirmed")]
    [InlineData("baseline", true, "cues: none; the walk was too short")]
    public void NoOwnPace_TheReasonThatHeldLongestIsSaid(string reason, bool isPlanned, string says)
    {
        CueSilenceTotal[] silences = [new() { Reason = reason, Words = "words of " + reason, IsPlanned = isPlanned, Times = 0, Seconds = 40 }, new() { Reason = "turning", Words = "a turn", IsPlanned = false, Times = 0, Seconds = 20 }];
        CueLines.Of(Walk with { OwnCadenceStepsPerMin = null, Dose = Walk.Dose with { Beats = 0 }, Silences = silences }).First().ShouldStartWith(says);
    }

    [Fact]
    public void TaskThatWasWalkedFaster_IsSaidToBeHigherAndChanceIsNoDifference()
    {
        CueTask task = new() { Task = "sevens", SpeedCostPercent = -5.5, StrideLengthCostPercent = 0.4, SpeedWords = "5.5 % higher", StrideLengthWords = "no clear difference" };
        CueLines.Of(Walk with { Tasks = [task, task with { SpeedWords = null, StrideLengthWords = null }] }).Where(l => l.StartsWith("task", StringComparison.Ordinal))
            .ShouldBe(["task sevens, against just before: speed 5.5 % higher, stride length no clear difference"]);
    }
}
