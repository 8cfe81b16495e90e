using GaitSense.Clinic.Timed;
using GaitSense.Core;
using GaitSense.Training.TimedTests;

namespace GaitSense.Cli.Training.Timed;

internal sealed partial class TestDesk
{
    // A key that stopped the clock may be pressed twice, s.
    private const double GuardS = 1;

    private const string NextHint = "n: the next trial, q: ends the test";

    private IReadOnlyList<string>? _reasons;
    private bool _isAskedOfBroken, _isBreakingOff;

    /// <summary>A key went down.</summary>
    /// <param name="key">Which.</param>
    /// <param name="at">When, by whoever received it first.</param>
    public void Press(char key, HostTime at)
    {
        lock (Gate)
        {
            if (Run.State == TestState.Over) return;
            if (Start is not { } start)
            {
                _voice.Say("no sample has come yet: wait for the sensors");
                return;
            }

            double timeS = KeyTime.OnWalkS(at, start);
            if (HasEnded && Run.State != TestState.Ended && _reasons is null) return;
            if (_reasons is not null) Because(key, timeS);
            else Press(char.ToLowerInvariant(key is '\r' or '\n' ? Enter : key), timeS);
            if (HasEnded && _reasons is null && Run.State is not (TestState.Ended or TestState.Over)) End("the samples ended");
        }
    }

    private const char Enter = '\n';

    private void Press(char key, double timeS)
    {
        switch (Run.State, key)
        {
            case (TestState.Setup or TestState.Ready or TestState.Armed, ' ' or Enter):
                Take(new TestRequest(TestRequestKind.Go, timeS));
                break;
            case (TestState.Setup or TestState.Ready, 'a'):
                if (Take(new TestRequest(TestRequestKind.Arm, timeS)) is null) _voice.Say("armed: space says go");
                break;
            case (TestState.Running, ' ' or Enter):
                Take(new TestRequest(TestRequestKind.Stop, timeS));
                break;
            case (TestState.Running, 'l'):
                if (Take(new TestRequest(TestRequestKind.Lap, timeS)) is null) _voice.Say(FormattableString.Invariant($"length {Run.Draft.LapsS.Count}"));
                break;
            case (TestState.Running, 'r'):
                bool rests = Run.Draft.Rests is [.., { ToS: null }];
                if (Take(new TestRequest(rests ? TestRequestKind.GoOn : TestRequestKind.Rest, timeS)) is null) _voice.Say(rests ? "walks on" : "rests; the clock runs on; r: walks on");
                break;
            case (TestState.Running, 'e'):
                if (Take(new TestRequest(TestRequestKind.Error, timeS)) is null) _voice.Say(FormattableString.Invariant($"error {Run.Draft.Errors}"));
                break;
            case (TestState.Armed or TestState.Running, 'x'):
                _isBreakingOff = true;
                if (Take(new TestRequest(TestRequestKind.Abort, timeS)) is null) Ask("broken off. Why?", TestReasons.BrokenOff, isOfBroken: true);
                _isBreakingOff = false;
                break;
            case (TestState.Ended, Enter or 'a'):
                if (key is 'a' || timeS - Run.Draft.StopS > GuardS) Accept(timeS, null);
                break;
            case (TestState.Ended, >= '1' and <= '9'):
                Accept(timeS, key - '1');
                break;
            case (TestState.Ended, 'r'):
                Ask("does not count. Why?", TestReasons.Rejected, isOfBroken: false);
                break;
            case (TestState.Reviewed, 'n' or Enter or ' '):
                Take(new TestRequest(TestRequestKind.Next, timeS));
                break;
            case (_, 'q'):
                // Somebody ends it: no further part begins.
                IsEndedOtherwise = true;
                Take(new TestRequest(TestRequestKind.End, timeS));
                break;
        }
    }

    private void Ask(string question, IReadOnlyList<string> reasons, bool isOfBroken)
    {
        (_reasons, _isAskedOfBroken) = (reasons, isOfBroken);
        _voice.Say($"{question} {string.Join(", ", reasons.Select((r, i) => FormattableString.Invariant($"{i + 1}: {r}")))}");
    }

    private void Because(char key, double timeS)
    {
        int chosen = key - '1';
        if (chosen < 0 || chosen >= _reasons!.Count) return;
        string reason = _reasons[chosen];
        _reasons = null;
        if (!_isAskedOfBroken)
        {
            Take(new TestRequest(TestRequestKind.Reject, timeS) { Reason = reason });
        }
        else if (Explain(reason, timeS) is null)
        {
            _voice.Write(TestLines.Of(Run.Trials[^1], Run.Setting.Test));
            if (Run.State == TestState.Reviewed) _voice.Say(NextHint);
        }
    }

    private void Accept(double timeS, int? candidate)
    {
        if (!TryAccept(timeS, candidate, out _)) _voice.Say(NotAtRest);
    }

    // Times that were given beforehand. One that could not be taken is said with its time, and what belongs to it is left out: a stop without its "go".
    private void ByHand(TestRequest press)
    {
        if (Take(press) is not { } why || press.Kind == TestRequestKind.Arm) return;
        _voice.Say(FormattableString.Invariant($"{(press.Kind == TestRequestKind.Go ? "go" : "stop")} at {press.TimeS:0.00} s is not taken: {why}"));
        if (press.Kind == TestRequestKind.Go) _hand!.Drop();
    }

    // What a hand does that knows its times beforehand: it takes what needs no choice, and leaves the rest to a person.
    private void Review()
    {
        Take(new TestRequest(Run.Outcome!.NeedsChoice(Run.Setting) ? TestRequestKind.Leave : TestRequestKind.Accept, NowS));
        if (Run.State == TestState.Reviewed && !HasEnded) Take(new TestRequest(TestRequestKind.Next, NowS));
    }

    private void Show()
    {
        if (_isShown || Run.Outcome is not { } outcome) return;
        _isShown = true;
        foreach (string line in TestLines.Of(Run.Setting, Run.Draft, outcome)) _voice.Say(line);
        if (TruthOf(Run.Draft.No) is { } truth) _voice.Say("  " + TestLines.Of(truth));

        if (_hand is null) _voice.Say($"a: takes it{(outcome.Feet.Count > 1 ? ", a number: takes that candidate" : "")}, r: it does not count, q: ends the test");
    }
}
