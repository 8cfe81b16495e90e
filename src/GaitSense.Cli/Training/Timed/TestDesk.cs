using GaitSense.Clinic.Courses;
using GaitSense.Clinic.Timed;
using GaitSense.Training.TimedTests;
using GaitSense.Walk;

namespace GaitSense.Cli.Training.Timed;

/// <summary>A timed test with a person at the keyboard, or a hand whose times are known beforehand: what is said, and what a key means.</summary>
internal sealed partial class TestDesk : TestConduct
{
    private readonly TestVoice _voice;
    private readonly TestHand? _hand;
    private bool _isShown, _isStillKnown;

    /// <summary>A test that begins.</summary>
    /// <param name="options">The test, and what is done with what is kept.</param>
    /// <param name="source">The walk.</param>
    /// <param name="voice">What is said.</param>
    /// <param name="hand">Presses known beforehand; null: a person presses.</param>
    public TestDesk(TestConductOptions options, IWalkSource source, TestVoice voice, TestHand? hand)
        : base(options, source)
    {
        (_voice, _hand) = (voice, hand);
        OnPart();
    }

    /// <inheritdoc/>
    protected override void OnPart()
    {
        foreach (string line in TestLines.Before(Run.Setting, Options.Scripts)) _voice.Say(line);
        if (_hand is null) foreach (string line in TestLines.Keys(Run.Setting.Test)) _voice.Say(line);
        (_isShown, _isStillKnown) = (false, false);
        _voice.Say(ToStart(Run.Draft));
    }

    /// <inheritdoc/>
    protected override void OnTime()
    {
        if (_hand is null) return;
        while (_hand.TryTake(NowS, out TestRequest press)) ByHand(press);
        if (Run.IsSettled) Review();
        // A trial that failed by itself.
        else if (Run.State == TestState.Reviewed) Take(new TestRequest(TestRequestKind.Next, NowS));
    }

    // Who stops the clock of a simulated person has to be shown when: nobody is there to be seen.
    /// <inheritdoc/>
    protected override void OnCrossing() => _voice.Say(Run.Setting.Test.Kind == TestKind.Chair ? "simulated: the person sits" : "simulated: the foot is over the line");

    /// <inheritdoc/>
    protected override void OnNotice(in TestNotice notice)
    {
        switch (notice.Kind)
        {
            case TestNoticeKind.State:
                Say(in notice);
                break;
            case TestNoticeKind.Minute:
                _voice.Say(Options.Scripts.MinutesOver(notice.Number));
                break;
            case TestNoticeKind.FalseStart:
                _voice.Say($"{notice.Text}. It is kept; the trial is repeated.");
                _hand?.Drop();
                break;
            case TestNoticeKind.Refused when _hand is not null:
                break; // nobody pressed a key: what it means for the times that were given is said with them
            case TestNoticeKind.Refused:
                _voice.Say("not now: " + notice.Text);
                break;
            case TestNoticeKind.TrialKept:
                // A clinician's result is written; what is said is gone with the screen.
                _voice.Write(TestLines.Of(Run.Trials[^1], Run.Setting.Test));
                break;
        }
    }

    /// <inheritdoc/>
    protected override void OnOver(string why) => _voice.Say("the test is over: " + why);

    /// <inheritdoc/>
    protected override void OnShown()
    {
        Show();
        if (HasEnded && _hand is not null) Review();
    }

    private static string ToStart(TrialDraft draft) =>
        FormattableString.Invariant($"trial {draft.No}{(draft.IsPractice ? ", practice" : "")}: to the start; ready when both feet have been still for {TimedTestRun.StillForS:0} s");

    private void Say(in TestNotice notice)
    {
        switch (notice.State)
        {
            case TestState.Setup:
                _isShown = false;
                _voice.Say(_isStillKnown ? "not still any more: a foot moves" : ToStart(Run.Draft));
                _isStillKnown = false;
                break;
            case TestState.Ready:
                _isStillKnown = true;
                _voice.Say("ready" + (_hand is null ? ": space says go" : ""));
                break;
            case TestState.Armed:
                _isStillKnown = false;
                break;
            case TestState.Running:
                _voice.Say("go");
                break;
            case TestState.Ended:
                _voice.Say(Run.Draft is { IsStoppedByHand: true, StopS: { } stop, GoS: { } go } ? FormattableString.Invariant($"stop: {stop - go:0.00} s; the feet come to rest") : "the time is over: stop");
                break;
            case TestState.Reviewed when _hand is null && !IsPartDone && !_isBreakingOff:
                _voice.Say(NextHint);
                break;
        }
    }
}
