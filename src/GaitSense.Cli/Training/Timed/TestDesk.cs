using GaitSense.Core;
using GaitSense.Sessions;
using GaitSense.Training.Records;
using GaitSense.Training.TimedTests;
using GaitSense.Walk;

namespace GaitSense.Cli.Training.Timed;

/// <summary>
/// A timed test with a person at the keyboard, or a hand whose times are known beforehand. It observes the walk, so that cues have no place in it: there are none. The rules are those of
/// <see cref="TimedTestRun"/>; here is what is said, and what a key means. Of several parts (a dual task has two) one comes after the other.
/// </summary>
internal sealed partial class TestDesk : IWalkObserver
{
    // Samples may be silent for so long before time passes without them, s.
    private const double SilentS = 1;

    private readonly IWalkSource _source;
    private readonly TestVoice _voice;
    private readonly TestHand? _hand;
    private readonly TestDeskOptions _options;
    private readonly Func<Guid> _newId;
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Trial> _before = [];
    private readonly List<TrialTruth> _truth = [];
    private readonly Queue<TestSetting> _parts;
    private TimedTestRun _run;
    private HostTime? _start;
    private double _nowS;
    private bool _hasEnded, _isEndedOtherwise, _isShown, _insists, _isStillKnown, _isCrossingShown;

    /// <summary>A test that begins.</summary>
    /// <param name="options">The test, and what is done with what is kept.</param>
    /// <param name="source">The walk.</param>
    /// <param name="voice">What is said.</param>
    /// <param name="hand">Presses known beforehand; null: a person presses.</param>
    public TestDesk(TestDeskOptions options, IWalkSource source, TestVoice voice, TestHand? hand)
    {
        (_options, _source, _voice, _hand, _newId) = (options, source, voice, hand, options.NewId);
        _parts = new Queue<TestSetting>(options.Setting.Parts);
        _run = Next();
    }

    /// <summary>Ends with the test.</summary>
    public Task Over => _over.Task;

    /// <summary>Whether a trial has ended that nobody has looked at.</summary>
    public bool AwaitsReview
    {
        get
        {
            lock (_gate) return _run.State == TestState.Ended;
        }
    }

    /// <summary>What came of it so far.</summary>
    public TestResult Result
    {
        get
        {
            lock (_gate)
            {
                Trial[] all = [.. _before, .. _run.Trials];
                if (_options.Setting.Test.Kind == TestKind.DualTask) all = [.. DualTaskCost.Priced(all)];
                return new TestResult { Setting = _run.Setting, Trials = all, IsOver = _over.Task.IsCompleted && !_isEndedOtherwise, Truth = [.. _truth] };
            }
        }
    }

    /// <inheritdoc/>
    public void OnPose(in FootPose pose)
    {
        lock (_gate)
        {
            _nowS = Math.Max(_nowS, pose.Time.Seconds);
            _start ??= (_source as IRealTimeSource)?.HostAt(new DeviceTime(0));
            _run.OnPose(in pose);
            while (_hand is not null && _hand.TryTake(_nowS, out TestRequest press)) ByHand(press);
            ShowCrossing();
            if (_hand is null) return;
            if (_run.IsSettled) Review();
            // A trial that failed by itself.
            else if (_run.State == TestState.Reviewed) Take(new TestRequest(TestRequestKind.Next, _nowS));
        }
    }

    /// <inheritdoc/>
    public void OnPathPoint(in PathPoint point)
    {
        lock (_gate) _run.OnPathPoint(in point);
    }

    /// <inheritdoc/>
    public void OnEvent(in GaitEvent e)
    {
        lock (_gate) _run.OnEvent(in e);
    }

    /// <inheritdoc/>
    public void OnStride(in Stride stride)
    {
        lock (_gate) _run.OnStride(in stride);
    }

    /// <inheritdoc/>
    public void OnGap(in Gap gap)
    {
        lock (_gate) _run.OnGap(in gap);
    }

    /// <inheritdoc/>
    public void OnClockUncertainty(double seconds)
    {
        lock (_gate) _run.OnClockUncertainty(seconds);
    }

    /// <summary>Time passes; what it means is decided by the samples as long as they come.</summary>
    /// <param name="now">Now.</param>
    public void Pass(HostTime now)
    {
        lock (_gate)
            if (_start is { } start) _run.Advance(KeyTime.OnWalkS(now, start) - SilentS);
    }

    /// <summary>No sample comes any more. A trial that has ended can still be looked at.</summary>
    public void SamplesEnded()
    {
        lock (_gate)
        {
            _hasEnded = true;
            if (_run.State != TestState.Ended) return;
            Show();
            if (_hand is not null) Review();
        }
    }

    /// <summary>Ends the test, whatever it does: what there is is kept.</summary>
    /// <param name="why">Why.</param>
    public void End(string why)
    {
        lock (_gate)
        {
            if (_run.State == TestState.Over) return;
            _isEndedOtherwise = true;
            _run.Take(new TestRequest(TestRequestKind.End, _nowS) { Reason = why });
        }
    }

    private TimedTestRun Next()
    {
        TestSetting setting = _parts.Dequeue();
        foreach (string line in TestLines.Before(setting, _options.Scripts)) _voice.Say(line);
        if (_hand is null) foreach (string line in TestLines.Keys(setting.Test)) _voice.Say(line);
        (_isShown, _insists, _isStillKnown) = (false, false, false);
        TimedTestRun next = new(setting, _newId, Hear, _before.Count + 1);
        _voice.Say(ToStart(next.Draft));
        return next;
    }

    private static string ToStart(TrialDraft draft) =>
        FormattableString.Invariant($"trial {draft.No}{(draft.IsPractice ? ", practice" : "")}: to the start; ready when both feet have been still for {TimedTestRun.StillForS:0} s");

    private void Hear(TestNotice notice)
    {
        switch (notice.Kind)
        {
            case TestNoticeKind.State:
                Say(in notice);
                break;
            case TestNoticeKind.Minute:
                _voice.Say(_options.Scripts.MinutesOver(notice.Number));
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
            case TestNoticeKind.Settled:
                Show();
                break;
            case TestNoticeKind.TrialKept:
                // A clinician's result is written; what is said is gone with the screen.
                _voice.Write(TestLines.Of(_run.Trials[^1], _run.Setting.Test));
                _options.Kept?.Invoke(_run.Trials[^1]);
                break;
        }
    }

    private void Say(in TestNotice notice)
    {
        switch (notice.State)
        {
            case TestState.Setup:
                (_isShown, _insists) = (false, false);
                _voice.Say(_isStillKnown ? "not still any more: a foot moves" : ToStart(_run.Draft));
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
                _isCrossingShown = false;
                _options.Marked?.Invoke(FormattableString.Invariant($"{_run.Setting.Test.Name} trial {_run.Draft.No}: go at {notice.TimeS:0.000} s"));
                _options.Course?.Go(notice.TimeS);
                _voice.Say("go");
                break;
            case TestState.Ended:
                _options.Marked?.Invoke(FormattableString.Invariant($"{_run.Setting.Test.Name} trial {_run.Draft.No}: stop at {_run.Draft.StopS ?? notice.TimeS:0.000} s"));
                _voice.Say(_run.Draft is { IsStoppedByHand: true, StopS: { } stop, GoS: { } go } ? FormattableString.Invariant($"stop: {stop - go:0.00} s; the feet come to rest") : "the time is over: stop");
                break;
            case TestState.Reviewed when _hand is null && !IsPartDone && !_isBreakingOff:
                _voice.Say(NextHint);
                break;
            case TestState.Over:
                Part(notice.Text);
                break;
        }
    }

    // A part is over. The next one begins where this one has its result; else the test is over.
    private void Part(string why)
    {
        if (IsPartDone && _parts.Count > 0 && !_isEndedOtherwise)
        {
            _before.AddRange(_run.Trials);
            _run = Next();
            return;
        }

        _voice.Say("the test is over: " + why);
        _over.TrySetResult();
    }

    private bool IsPartDone => _run.Trials.Count(t => t is { Practice: false, Validity: Validity.Valid }) >= _run.Setting.Test.Trials;

    // Who stops the clock of a simulated person has to be shown when: nobody is there to be seen.
    private void ShowCrossing()
    {
        if (_isCrossingShown || _run is not { State: TestState.Running, Draft.GoS: { } go } || _options.Course?.At(go) is not { StopS: { } stops } trial || _nowS < go + stops - trial.GoS) return;
        _isCrossingShown = true;
        _voice.Say(_run.Setting.Test.Kind == TestKind.Chair ? "simulated: the person sits" : "simulated: the foot is over the line");
    }
}
