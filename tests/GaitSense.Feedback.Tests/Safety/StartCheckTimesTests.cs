using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Safety;

namespace GaitSense.Feedback.Tests;

/// <summary>How long the check before the walk waits, for what, and when it begins again.</summary>
public sealed class StartCheckTimesTests
{
    private readonly StartCheck _check = new(isAsked: true, bothEars: true);
    private int _readings;

    [Theory, InlineData(Foot.Left, Phrases.LostLeft), InlineData(Foot.Right, Phrases.LostRight)]
    public void SensorThatIsNotHeard_IsNamedAfterFiveSeconds_ThenEveryTwelve_AndEndsTheCheckAfterFortyFive(Foot lost, string phrase)
    {
        foreach (double at in (double[])[0, 4.99, 5, 5.01, 16.99, 17, 28.99, 29, 41, 45]) Lose(at).ShouldBe(at is 5 or 17 or 29 or 41 ? phrase : null, $"at {at} s");
        _check.IsUnderWay.ShouldBeTrue();
        Lose(45.01).ShouldBe(Phrases.CheckHelp);
        (_check.Outcome, _check.IsOpen).ShouldBe((StartCheckOutcome.SensorLost, false));
        Lose(60).ShouldBeNull("that was said");

        string? Lose(double at) => _check.Advance(At(at), isHeard: false, lost)?.Phrase;
    }

    [Fact]
    public void BothSensorsNotHeard_NoneIsNamed()
    {
        foreach (double at in (double[])[0, 5, 17]) _check.Advance(At(at), isHeard: false, null).ShouldBeNull();
    }

    [Fact]
    public void FeetThatDoNotRest_EndTheCheckAfterFortyFiveSeconds()
    {
        Say(0).ShouldBe(Phrases.CheckStand);
        Say(5).ShouldBeNull();
        Say(45).ShouldBeNull();
        Say(45.01).ShouldBe(Phrases.CheckHelp);
        _check.Outcome.ShouldBe(StartCheckOutcome.NotStill);
    }

    [Fact]
    public void FeetThatRestAgain_BeginTheFailedCheckAgainFromTheStart()
    {
        Say(0);
        Say(45.01).ShouldBe(Phrases.CheckHelp);
        Rest(46, 47.9);
        Say(47.9).ShouldBeNull("not yet at rest for 2 s");
        Rest(47.91, 48.1);
        Say(48.1).ShouldBe(Phrases.CheckStand);
        _check.Outcome.ShouldBe(StartCheckOutcome.UnderWay);
        Rest(48.11, 53.1);
        Say(53.1).ShouldBe(Phrases.CheckSide);
    }

    // Failed twice, each foot at rest: nobody asked for a new try, so none begins until a foot taps.
    [Fact]
    public void Question_ComesAfterTheFirstSentence_IsAskedTwiceAndThenNoMore()
    {
        Rest(0, 5);
        Say(0).ShouldBe(Phrases.CheckStand);
        Say(4.99).ShouldBeNull("it is being said");
        _check.IsListening.ShouldBeFalse();
        _check.Advance(At(5), isHeard: true, null).ShouldBe((Phrases.CheckSide, Foot.Left));
        _check.IsListening.ShouldBeTrue();
        Say(15).ShouldBeNull();
        Say(15.01).ShouldBe(Phrases.CheckSide);
        Say(25.01).ShouldBeNull();
        Say(25.02).ShouldBe(Phrases.CheckAgain);
        (_check.Outcome, _check.IsListening).ShouldBe((StartCheckOutcome.NoAnswer, false));
        Rest(25.02, 28);
        Say(28).ShouldBeNull();
        _check.Overrule();
        (_check.Outcome, _check.IsOpen).ShouldBe((StartCheckOutcome.Overruled, true));
    }

    private string? Say(double atS) => _check.Advance(At(atS), isHeard: true, null)?.Phrase;

    // Readings of two feet that rest.
    private void Rest(double fromS, double toS)
    {
        for (double at = fromS; at <= toS; at += 0.01)
            foreach (Foot foot in Enum.GetValues<Foot>())
                _check.Observe(foot, new ImuSample(At(at), new Vector3D(0, 0, 9.81 + (0.001 * (_readings++ % 3))), default));
    }

    private static DeviceTime At(double seconds) => DeviceTime.FromSeconds(seconds);
}
