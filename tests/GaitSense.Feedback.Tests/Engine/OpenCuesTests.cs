using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Engine;
using GaitSense.Feedback.Targets;

namespace GaitSense.Feedback.Tests;

/// <summary>Each cue is given once, has one outcome, and is taken back only while nobody has heard it: beats at 120 steps/min.</summary>
public sealed class OpenCuesTests
{
    private readonly HeardCues _heard = new();
    private readonly Silences _silences = new();
    private readonly OpenCues _cues;

    public OpenCuesTests()
    {
        _heard.Also = _silences;
        _cues = new OpenCues(_heard);
    }

    [Theory, InlineData(1, 0), InlineData(0.99, 0), InlineData(1.01, 1)]
    public void Beat_IsAheadOfNow(double atS, int given)
    {
        _cues.Beat(Foot.Left, At(1), At(atS), 120);
        _heard.Decided.Count.ShouldBe(given);
    }

    [Fact]
    public void Words_AreNotSaidIntoWords_UnlessTheyCannotWait()
    {
        _cues.Say(Phrases.Even, At(1)).ShouldBeTrue();
        _cues.Say(Phrases.Rest, At(5.99)).ShouldBeFalse();
        (_cues.Cuts, _heard.Decided.Count).ShouldBe((0, 1));
        _cues.Say(Phrases.Rest, At(6)).ShouldBeTrue();
        _cues.Say(Phrases.Stop, At(6.1), urgent: true).ShouldBeTrue();
        _cues.Cuts.ShouldBe(1);
        _silences.WordsToo.ShouldBe([true]);
        _heard.Outcomes.ShouldHaveSingleItem().Cancelled.ShouldBe(SilenceReason.Interrupted, "nobody had heard it");
        _cues.Say(Phrases.Stop, At(20), urgent: true).ShouldBeTrue();
        (_cues.Cuts, _silences.WordsToo.Count).ShouldBe((1, 1), "there was nothing to cut");
    }

    // The beat at 2 s is the landing's that is less than half a step from it.
    [Theory, InlineData(1.76, true), InlineData(2.24, true), InlineData(1.75, false), InlineData(2.25, false)]
    public void Landing_BelongsToTheBeatOfItsFoot_WithinHalfAStep(double landingS, bool isItsOwn)
    {
        _cues.Beat(Foot.Right, At(1), At(1.9), 120);
        _cues.Beat(Foot.Left, At(1), At(2), 120);
        _cues.GoodStep(Foot.Left, At(1.86), 120);
        _cues.Land(Foot.Left, At(landingS), At(1.8));
        _cues.Land(Foot.Left, At(2.01), At(1.8));
        _cues.Advance(At(2.6));
        _heard.Outcomes.Single(o => o.Cue is { Kind: CueKind.Beat, Foot: Foot.Left }).Contact.ShouldBe(isItsOwn ? At(landingS) : At(2.01), "the first one is it");
        _heard.Outcomes.Single(o => o.Cue.Foot == Foot.Right).Contact.ShouldBeNull();
        _heard.Outcomes.Single(o => o.Cue.Kind == CueKind.GoodStep).Contact.ShouldBeNull();
    }

    [Fact]
    public void Beat_IsDoneWithOnceItIsHeardAndHasItsLanding_OrAStepLater()
    {
        _cues.Beat(Foot.Left, At(1), At(2), 120);
        _cues.Land(Foot.Left, At(2.02), At(2.03));
        _heard.Outcomes.ShouldHaveSingleItem().AsynchronyS!.Value.ShouldBe(0.02, 1e-9);
        _cues.Beat(Foot.Right, At(2), At(2.5), 120);
        _cues.Advance(At(3));
        _heard.Outcomes.Count.ShouldBe(1);
        _cues.Advance(At(3.001));
        _heard.Outcomes.Count.ShouldBe(2);
        _heard.Outcomes[1].ShouldBe(new CueOutcome(_heard.Decided[1], 120, null, null));
    }

    [Fact]
    public void CuesOfOneMoment_AreDoneWithTogether_AtTheTimeTheyAreHeard()
    {
        for (int i = 0; i < 3; i++) _cues.GoodStep(Foot.Left, At(1), 120);
        _cues.Advance(At(1.149));
        _heard.Outcomes.ShouldBeEmpty();
        _cues.Advance(At(1.15));
        _heard.Outcomes.Select(o => o.Cue.Number).ShouldBe([0, 1, 2]);
    }

    // 0.35 of a step before its beat a foot is in the air, until the beat.
    [Theory, InlineData(1.824, false), InlineData(1.825, true), InlineData(1.99, true), InlineData(2, false)]
    public void FootThatLandsSoon_MustBeInTheAir(double nowS, bool isSoon)
    {
        _cues.GoodStep(Foot.Right, At(1.9), 120);
        _cues.Beat(Foot.Left, At(1), At(2), 120);
        _cues.NextToLand(At(nowS)).ShouldBe(isSoon ? Foot.Left : null);
        _cues.Land(Foot.Left, At(1.8), At(1.81));
        _cues.NextToLand(At(nowS)).ShouldBeNull("it has landed");
    }

    [Fact]
    public void Silence_TakesBackTonesThatNobodyHasHeard_AndLeavesWords()
    {
        _cues.Beat(Foot.Left, At(1), At(2), 120);
        _cues.Beat(Foot.Right, At(1), At(2.5), 120);
        _cues.Beat(Foot.Left, At(1), At(3), 120);
        _cues.Say(Phrases.Even, At(2));
        _cues.Silence(At(2), SilenceReason.StepMissed);
        _heard.Outcomes.Select(o => (o.Cue.Number, o.Cancelled)).ShouldBe([(1, SilenceReason.StepMissed), (2, SilenceReason.StepMissed)]);
        _silences.WordsToo.ShouldBe([false]);
        _cues.Silence(At(2.01), SilenceReason.StepMissed);
        _silences.WordsToo.ShouldBe([false], "there was nothing left to take back");
        _cues.Silence(At(2.02), SilenceReason.Stopped, wordsToo: true);
        _heard.Outcomes[^1].Cue.Phrase.ShouldBe(Phrases.Even);
        (_silences.WordsToo[^1], _cues.Cuts).ShouldBe((true, 1));
        _cues.Silence(At(20), SilenceReason.Stopped, wordsToo: true);
        (_silences.WordsToo.Count, _cues.Cuts).ShouldBe((3, 1), "asked for, it is passed on though nothing is said");
    }

    [Fact]
    public void BeatThatWasTakenBack_HasNoLanding_AndDoesNotMakeTheNextOneLouder()
    {
        _cues.Beat(Foot.Left, At(1), At(2), 120);
        _cues.Land(Foot.Left, At(1.9), At(1.91));
        _cues.Silence(At(1.92), SilenceReason.OutOfPhase);
        (_heard.Outcomes[0].Contact, _heard.Outcomes[0].Cancelled).ShouldBe((null, SilenceReason.OutOfPhase));
        _cues.Beat(Foot.Right, At(2), At(2.4), 120);
        _heard.Decided.Select(c => c.GainDb).ShouldBe([-9, -9]);
    }

    [Fact]
    public void EndOfTheWalk_EachCueHasItsOutcome()
    {
        _cues.Beat(Foot.Left, At(1), At(2), 120);
        _cues.Say(Phrases.Even, At(1));
        _cues.Beat(Foot.Right, At(1), At(2.5), 120);
        _cues.Complete(At(2.1));
        _heard.Outcomes.Select(o => (o.Cue.Number, o.Cancelled)).ShouldBe([(2, SilenceReason.NotStepping), (0, null), (1, null)]);
        _cues.Complete(At(3));
        _heard.Outcomes.Count.ShouldBe(3);
    }

    [Fact]
    public void WhoeverAsksForTooMuch_GetsNoMore()
    {
        for (int i = 0; i < 12; i++) _cues.GoodStep(Foot.Left, At(1), null);
        _cues.Say(Phrases.Even, At(1)).ShouldBeFalse();
        _heard.Decided.Count.ShouldBe(12);
    }

    [Fact]
    public void Advice_IsASoundOrWordsForItsFoot()
    {
        _cues.Emit(default, At(1), 120);
        _heard.Decided.ShouldBeEmpty();
        _cues.Emit(new CoachAdvice(Foot.Right, true, null), At(1), 120);
        _cues.Emit(new CoachAdvice(Foot.Left, false, Phrases.LiftLeft), At(1), 120);
        _heard.Decided.Select(c => (c.Kind, c.Foot, c.Phrase)).ShouldBe([(CueKind.GoodStep, Foot.Right, null), (CueKind.Correction, Foot.Left, Phrases.LiftLeft)]);
        _heard.Decided.ShouldAllBe(c => c.PlannedAt == At(1.15));
    }

    private static DeviceTime At(double seconds) => DeviceTime.FromSeconds(seconds);

    private sealed class Silences : ICueSink
    {
        public List<bool> WordsToo { get; } = [];

        public void OnCue(in Cue cue)
        {
        }

        public void OnSilence(bool wordsToo) => WordsToo.Add(wordsToo);
    }
}
