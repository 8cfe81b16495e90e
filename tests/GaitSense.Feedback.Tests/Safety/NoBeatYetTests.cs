using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Plan;
using GaitSense.Feedback.Safety;

namespace GaitSense.Feedback.Tests;

/// <summary>Who waits for a beat is told, once, the reason that holds.</summary>
public sealed class NoBeatYetTests
{
    [Theory]
    [InlineData("steps of 1.6 s", Phrases.NoBeatSlow)]
    [InlineData("steps of 2.5 s", Phrases.NoBeatSlow)]
    [InlineData("steps of 0.4 s", Phrases.NotYetSlower)]
    [InlineData("backward", Phrases.NotYetForward)]
    [InlineData("soft landings", Phrases.NoBeatUnseen)]
    [InlineData("steps that swing between 0.37 and 0.63 s", Phrases.NotYetAlike)]
    [InlineData("stairs", Phrases.NotYetLevel)]
    [InlineData("one sensor", Phrases.NotYetSensors)]
    [InlineData("a step and a long pause", Phrases.NotYet)]
    public void WhatHolds_IsSaidOnce(string how, string phrase)
    {
        Mutation.SkipLong();
        Stepper walk = new();
        Begin(walk, how);
        for (int i = 0; walk.NowS < 150; i++) Step(walk, how, i);
        walk.Cues.Said.ShouldBe(how is "one sensor" ? [Phrases.LostLeft, phrase] : [phrase]);
        walk.Cues.Beats.ShouldBeEmpty();
    }

    // What held for more than half of the first 90 s is the reason; half is not enough.
    [Theory]
    [InlineData(SilenceReason.SensorLost, Phrases.NotYetSensors)]
    [InlineData(SilenceReason.SensorFault, Phrases.NotYetSensors)]
    [InlineData(SilenceReason.ClockUnsure, Phrases.NotYetSensors)]
    [InlineData(SilenceReason.WrongDirection, Phrases.NotYetForward)]
    [InlineData(SilenceReason.Steep, Phrases.NotYetLevel)]
    [InlineData(SilenceReason.StepUnsure, Phrases.NoBeatUnseen)]
    [InlineData(SilenceReason.NotStepping, Phrases.NotYet)]
    public void WhatHeldForMostOfTheTime_IsTheReason(SilenceReason why, string phrase)
    {
        Explain(90, false, (why, 46), (SilenceReason.StepIrregular, 44)).ShouldBe(phrase);
        Explain(90, false, (why, 45), (SilenceReason.StepIrregular, 45)).ShouldBe(Phrases.NotYet);
        Explain(90, false, (why, 40), (SilenceReason.StepIrregular, 50)).ShouldBe(Phrases.NotYet);
        Explain(89.9, false, (why, 90)).ShouldBeNull("too early to say");
    }

    [Fact]
    public void Sensors_EachWithItsOwnTrouble_AreOneReasonTogether() =>
        Explain(90, false, (SilenceReason.SensorLost, 16), (SilenceReason.SensorFault, 16), (SilenceReason.ClockUnsure, 16), (SilenceReason.WrongDirection, 42)).ShouldBe(Phrases.NotYetSensors);

    [Theory, InlineData(true, Phrases.NotYetAlike), InlineData(false, Phrases.NotYet)]
    public void StepsThatAreTooDifferent_AreToldSo(bool isUneven, string phrase) => Explain(90, isUneven, (SilenceReason.Baseline, 90)).ShouldBe(phrase);

    // 50 and 120 steps/min are within the plan; pauses of 4 s are no steps.
    [Theory]
    [InlineData(new[] { 1.3, 1.3, 0.5 }, Phrases.NoBeatSlow)]
    [InlineData(new[] { 1.3, 1.3, 0.5, 0.5 }, Phrases.NotYet)]
    [InlineData(new[] { 1.2, 1.2, 1.2 }, Phrases.NotYet)]
    [InlineData(new[] { 0.4, 0.4, 1.0 }, Phrases.NotYetSlower)]
    [InlineData(new[] { 0.4, 0.4, 1.0, 1.0 }, Phrases.NotYet)]
    [InlineData(new[] { 0.5, 0.5, 0.5 }, Phrases.NotYet)]
    [InlineData(new[] { 4.0, 4.0, 1.0 }, Phrases.NotYet)]
    [InlineData(new[] { 3.9, 3.9, 1.0 }, Phrases.NoBeatSlow)]
    public void StepsMostOfWhichAreTooSlowOrTooQuick_AreTheReason(double[] stepsS, string phrase)
    {
        NoBeatYet watch = new(new RhythmPlan { MinCadenceStepsPerMin = 50, MaxCadenceStepsPerMin = 120 });
        double nowS = 10;
        watch.Land(DeviceTime.FromSeconds(nowS));
        foreach (double stepS in stepsS) watch.Land(DeviceTime.FromSeconds(nowS += stepS));
        watch.Explain(DeviceTime.FromSeconds(nowS), SilenceReason.NotStepping, 90, isUneven: false).ShouldBe(phrase);
        watch.Explain(DeviceTime.FromSeconds(nowS + 1), SilenceReason.NotStepping, 91, isUneven: false).ShouldBeNull("once");
    }

    private static string? Explain(double walkS, bool isUneven, params (SilenceReason Why, double Seconds)[] held)
    {
        NoBeatYet watch = new(new RhythmPlan { BaselineS = 60 });
        DeviceTime now = default;
        watch.Explain(now, SilenceReason.None, 0, isUneven).ShouldBeNull();
        string? said = null;
        for (int i = 0; i < held.Length; i++)
        {
            now = now.AddSeconds(held[i].Seconds);
            said = watch.Explain(now, held[i].Why, i == held.Length - 1 ? walkS : 0, isUneven);
        }

        return said;
    }

    private static void Begin(Stepper walk, string how)
    {
        if (how is "backward") walk.Direction = WalkingDirection.Backward;
        if (how is "soft landings") walk.Confidence = 0.3;
        if (how is "stairs") (walk.RiseM, walk.LengthM) = (0.34, 0.58);
        if (how is "one sensor") walk.Sensed.Remove(Foot.Left);
    }

    private static void Step(Stepper walk, string how, int number)
    {
        walk.Step(how switch
        {
            "steps of 1.6 s" => 1.6,
            "steps of 2.5 s" => 2.5,
            "steps of 0.4 s" => 0.4,
            "steps that swing between 0.37 and 0.63 s" => 0.5 * (1 + (0.26 * Math.Sin(number / 4.0))),
            _ => 0.5,
        });
        if (how.Contains("pause", StringComparison.Ordinal) && number % 3 == 2) walk.Pass(5);
    }
}
