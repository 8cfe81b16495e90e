using GaitSense.Core;
using GaitSense.Feedback.Cues;

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
