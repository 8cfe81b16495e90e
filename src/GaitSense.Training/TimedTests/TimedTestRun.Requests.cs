using GaitSense.Core;
using GaitSense.Training.Records;

namespace GaitSense.Training.TimedTests;

public sealed partial class TimedTestRun
{
    /// <summary>
    /// Somebody asks something. What is not possible now changes nothing, is told as <see cref="TestNoticeKind.Refused"/>, and returns the reason: a key that is pressed twice is no fault.
    /// </summary>
    /// <param name="request">What, and when.</param>
    /// <returns>Why it is refused; null: it was done.</returns>
    public string? Take(TestRequest request)
    {
        string? refused = Try(in request);
        if (refused is not null) Tell(TestNoticeKind.Refused, request.TimeS, 0, refused);
        return refused;
    }

    private string? Try(in TestRequest request)
    {
        if (!double.IsFinite(request.TimeS)) return "a request needs its time";
        return request.Kind switch
        {
            TestRequestKind.Arm => Arm(request.TimeS),
            TestRequestKind.Go => Go(request.TimeS),
            TestRequestKind.Stop => Stop(request.TimeS),
            TestRequestKind.Lap => WhileRunning(request.TimeS, () => Draft.CountLap(_asked)),
            TestRequestKind.Error => WhileRunning(request.TimeS, () => Draft.Errors++),
            TestRequestKind.Rest => State != TestState.Running ? NotRunning : Draft.TryRest(request.TimeS) ? null : "the person rests already",
            TestRequestKind.GoOn => State != TestState.Running ? NotRunning : Draft.TryGoOn(request.TimeS) ? null : "the person does not rest",
            TestRequestKind.Abort => Abort(in request),
            TestRequestKind.Accept => Review(in request, Validity.Valid),
            TestRequestKind.Reject => Review(in request, Validity.Invalid),
            TestRequestKind.Next => Next(request.TimeS),
            TestRequestKind.End => End(in request),
            TestRequestKind.Why => SayWhy(in request),
            TestRequestKind.Leave => Review(in request, Validity.Attention),
            _ => throw new ArgumentOutOfRangeException(nameof(request), request.Kind, "This request is not known."),
        };
    }

    /// <summary>What the reason of a trial ends with that waits for an eye.</summary>
    internal const string Unseen = "nobody has looked at it";

    private const string NotRunning = "the clock does not run";
    private double _asked;

    private string? WhileRunning(double timeS, Action act)
    {
        if (State != TestState.Running) return NotRunning;
        if (timeS < Draft.GoS) return "that was before \"go\"";
        _asked = timeS;
        act();
        return null;
    }

    private string? Arm(double timeS)
    {
        if (State is not (TestState.Setup or TestState.Ready)) return WhyNoGo;
        _wasFalseStart = false;
        if (State == TestState.Setup) Draft.Note("the feet were not still before \"go\"");
        Draft.ArmedS = timeS;
        foreach (Foot foot in BothFeet.InOrder) _standsM[(int)foot] = Feet.Of(foot).PlaceM;
        Enter(TestState.Armed, timeS);
        return null;
    }

    private string? Go(double timeS)
    {
        if (State == TestState.Ready) Arm(timeS);
        if (State != TestState.Armed) return WhyNoGo;
        if (timeS < Draft.ArmedS) return "\"go\" was before the test was armed";
        Draft.GoS = timeS;
        if (_lastEndS is { } last && Setting.Test.BetweenTrialsS is { } between && timeS - last > between)
            Draft.Note(FormattableString.Invariant($"more than {between / 60:0} min since the last trial"));
        Enter(TestState.Running, timeS);
        // A foot that left before it may be known already.
        LookForFalseStart();
        return null;
    }

    private string WhyNoGo => State switch
    {
        // Who did not notice it presses to stop a clock that does not run.
        TestState.Setup when _wasFalseStart => "the last trial was a false start, and no clock runs: wait until the feet are still, or arm the test all the same",
        TestState.Setup => "the feet are not still yet: wait, or arm the test all the same",
        TestState.Armed => "the test is armed",
        TestState.Running => "\"go\" was given, the clock runs",
        TestState.Ended => "the trial before it waits for somebody to look at it",
        TestState.Reviewed => "the next trial has not begun",
        _ => "the test is over",
    };

    private string? Stop(double timeS)
    {
        if (State != TestState.Running) return NotRunning;
        if (timeS <= Draft.GoS) return "the stop was before \"go\"";
        (Draft.StopS, Draft.IsStoppedByHand) = (timeS, true);
        if (timeS - Draft.GoS > Setting.Test.LimitS)
        {
            Draft.Failure = FormattableString.Invariant($"not done within {Setting.Test.LimitS:0} s");
            Fail(timeS);
            return null;
        }

        if (Setting.Test.DurationS is { } duration && timeS - Draft.GoS < duration) Draft.Note(FormattableString.Invariant($"stopped before its {duration:0} s were over"));
        Enter(TestState.Ended, timeS);
        return null;
    }

    private string? Abort(in TestRequest request)
    {
        if (State is not (TestState.Armed or TestState.Running)) return "there is nothing to break off";
        bool isUnexplained = string.IsNullOrWhiteSpace(request.Reason);
        Draft.Failure = isUnexplained ? "broken off" : request.Reason;
        if (State == TestState.Running)
        {
            Fail(request.TimeS);
        }
        else
        {
            // Nobody has walked: the course was not clear, the script was read wrongly.
            Keep(Validity.Invalid, Draft.Failure!, null);
            Begin(request.TimeS);
        }

        _isUnexplained = isUnexplained;
        return null;
    }

    // The person who walks comes first; why it was broken off is said when they stand or sit.
    private string? SayWhy(in TestRequest request)
    {
        if (!_isUnexplained) return "no trial waits for a reason";
        if (string.IsNullOrWhiteSpace(request.Reason)) return "a reason needs words";
        _trials[^1] = _trials[^1] with { Reason = request.Reason };
        _isUnexplained = false;
        return null;
    }

    private string? Review(in TestRequest request, Validity validity)
    {
        if (State != TestState.Ended) return "a trial is looked at once, after it has ended";
        TrialOutcome outcome = TrialOutcome.Of(Setting, Draft, Feet);
        if (request.Candidate is { } chosen && (chosen < 0 || chosen >= outcome.Feet.Count)) return FormattableString.Invariant($"there is no candidate {chosen + 1}");
        if (validity == Validity.Invalid && string.IsNullOrWhiteSpace(request.Reason)) return "a trial that does not count needs a reason";
        string reason = request.Reason ?? string.Join("; ", validity == Validity.Attention ? [.. outcome.Notes, Unseen] : outcome.Notes);
        Keep(validity, reason, request.Candidate);
        Enter(TestState.Reviewed, request.TimeS);
        if (IsDone) Enter(TestState.Over, request.TimeS, "all trials are done");
        return null;
    }

    private string? Next(double timeS)
    {
        if (State != TestState.Reviewed) return "the next trial comes after a person has looked at this one";
        Begin(timeS);
        return null;
    }

    private string? End(in TestRequest request)
    {
        if (State == TestState.Over) return "the test is over";
        string reason = string.IsNullOrWhiteSpace(request.Reason) ? "the test was ended" : request.Reason;
        // A trial that nobody has looked at is kept, and waits for a person.
        if (State == TestState.Ended) Keep(Validity.Attention, string.Join("; ", [.. TrialOutcome.Of(Setting, Draft, Feet).Notes, Unseen]), null);
        else if (State == TestState.Running) Keep(Validity.Invalid, Draft.Failure = reason, null);
        Enter(TestState.Over, request.TimeS, reason);
        return null;
    }
}
