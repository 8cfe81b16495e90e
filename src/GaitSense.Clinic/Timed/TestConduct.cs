using GaitSense.Core;
using GaitSense.Sessions;
using GaitSense.Training.Records;
using GaitSense.Training.TimedTests;
using GaitSense.Walk;

namespace GaitSense.Clinic.Timed;

/// <summary>
/// A timed test along a walk, for whoever conducts it: a terminal, a page. It observes the walk, so that cues have no place in it: there are none. The rules of a trial are those of
/// <see cref="TimedTestRun"/>; here one part follows the other (a dual task has two), trials are kept at once, and a simulated person hears "go". What is said is of who derives from it. Any thread.
/// </summary>
public abstract class TestConduct : IWalkObserver
{
    /// <summary>Said to who accepts a trial before the feet are at rest; once more takes it.</summary>
    protected const string NotAtRest = "a moment: the feet are not at rest, and what they say may change; once more takes it as it is";

    // Samples may be silent for so long before time passes without them, s.
    private const double SilentS = 1;

    private readonly IWalkSource _source;
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Trial> _before = [];
    private readonly List<TrialTruth> _truth = [];
    private readonly Queue<TestSetting> _parts;
    private bool _insists, _isCrossingShown;

    /// <summary>A test that begins.</summary>
    /// <param name="options">The test, and what is done with what is kept.</param>
    /// <param name="source">The walk.</param>
    protected TestConduct(TestConductOptions options, IWalkSource source)
    {
        ArgumentNullException.ThrowIfNull(options);
        (Options, _source) = (options, source);
        _parts = new Queue<TestSetting>(options.Setting.Parts);
        Run = new TimedTestRun(_parts.Dequeue(), options.NewId, Hear);
    }

    /// <summary>Ends with the test.</summary>
    public Task Over => _over.Task;

    /// <summary>Whether a trial has ended that nobody has looked at.</summary>
    public bool AwaitsReview
    {
        get
        {
            lock (Gate) return Run.State == TestState.Ended;
        }
    }

    /// <summary>What came of it so far.</summary>
    public TestResult Result
    {
        get
        {
            lock (Gate)
            {
                Trial[] all = [.. _before, .. Run.Trials];
                if (Options.Setting.Test.Kind == TestKind.DualTask) all = [.. DualTaskCost.Priced(all)];
                return new TestResult { Setting = Run.Setting, Trials = all, IsOver = _over.Task.IsCompleted && !IsEndedOtherwise, Truth = [.. _truth] };
            }
        }
    }

    /// <summary>What it was begun with.</summary>
    protected TestConductOptions Options { get; }

    /// <summary>Held while anything of the test is read or changed.</summary>
    protected Lock Gate { get; } = new();

    /// <summary>The part of the test under way.</summary>
    protected TimedTestRun Run { get; private set; }

    /// <summary>Where on the host's clock the walk's time is 0; null: no sample has come yet, or the walk has no place in time.</summary>
    protected HostTime? Start { get; private set; }

    /// <summary>The walk's time of the latest sample, s.</summary>
    protected double NowS { get; private set; }

    /// <summary>Whether no sample comes any more.</summary>
    protected bool HasEnded { get; private set; }

    /// <summary>Whether somebody or something ended it, so that no further part begins.</summary>
    protected bool IsEndedOtherwise { get; set; }

    /// <summary>Whether all trials of the part are there.</summary>
    protected bool IsPartDone => Run.Trials.Count(t => t is { Practice: false, Validity: Validity.Valid }) >= Run.Setting.Test.Trials;

    /// <inheritdoc/>
    public void OnPose(in FootPose pose)
    {
        lock (Gate)
        {
            NowS = Math.Max(NowS, pose.Time.Seconds);
            Start ??= (_source as IRealTimeSource)?.HostAt(new DeviceTime(0));
            Run.OnPose(in pose);
            OnTime();
            LookForCrossing();
        }
    }

    /// <inheritdoc/>
    public void OnPathPoint(in PathPoint point)
    {
        lock (Gate) Run.OnPathPoint(in point);
    }

    /// <inheritdoc/>
    public void OnEvent(in GaitEvent e)
    {
        lock (Gate) Run.OnEvent(in e);
    }

    /// <inheritdoc/>
    public void OnStride(in Stride stride)
    {
        lock (Gate) Run.OnStride(in stride);
    }

    /// <inheritdoc/>
    public void OnGap(in Gap gap)
    {
        lock (Gate) Run.OnGap(in gap);
    }

    /// <inheritdoc/>
    public void OnClockUncertainty(double seconds)
    {
        lock (Gate) Run.OnClockUncertainty(seconds);
    }

    /// <summary>Time passes; what it means is decided by the samples as long as they come.</summary>
    /// <param name="now">Now.</param>
    public void Pass(HostTime now)
    {
        lock (Gate)
            if (Start is { } start) Run.Advance(KeyTime.OnWalkS(now, start) - SilentS);
    }

    /// <summary>No sample comes any more. A trial that has ended can still be looked at.</summary>
    public void SamplesEnded()
    {
        lock (Gate)
        {
            HasEnded = true;
            if (Run.State != TestState.Ended) return;
            NoteTruth();
            OnShown();
        }
    }

    /// <summary>Ends the test, whatever it does: what there is is kept.</summary>
    /// <param name="why">Why.</param>
    public void End(string why)
    {
        lock (Gate)
        {
            if (Run.State == TestState.Over) return;
            IsEndedOtherwise = true;
            Run.Take(new TestRequest(TestRequestKind.End, NowS) { Reason = why });
        }
    }

    /// <summary>A part begins: the first one, where who derives from it calls this, or the next.</summary>
    protected abstract void OnPart();

    /// <summary>Something happened.</summary>
    /// <param name="notice">What.</param>
    protected abstract void OnNotice(in TestNotice notice);

    /// <summary>A trial has ended, and what the feet say of it will not change: it can be looked at.</summary>
    protected abstract void OnShown();

    /// <summary>All parts are over.</summary>
    /// <param name="why">Why.</param>
    protected abstract void OnOver(string why);

    /// <summary>A sample was told of.</summary>
    protected virtual void OnTime()
    {
    }

    /// <summary>A simulated person is over the line, or sits: who stops the clock has nobody to see.</summary>
    protected virtual void OnCrossing()
    {
    }

    /// <summary>Asks something of the test.</summary>
    /// <returns>Why it is refused; null: it was done.</returns>
    protected string? Take(TestRequest request) => Run.Take(request);

    /// <summary>Takes a trial; before the feet are at rest only who says so once more.</summary>
    /// <param name="timeS">When, s on the walk's time.</param>
    /// <param name="candidate">Which candidate of the feet, from 0; null: the first.</param>
    /// <param name="refused">Why it was refused; null: it was not.</param>
    /// <returns>Whether it was asked for at all; false: <see cref="NotAtRest"/> is to be said.</returns>
    protected bool TryAccept(double timeS, int? candidate, out string? refused)
    {
        refused = null;
        if (Run.State == TestState.Ended && !Run.IsSettled && !HasEnded && !_insists)
        {
            _insists = true;
            return false;
        }

        refused = Take(new TestRequest(TestRequestKind.Accept, timeS) { Candidate = candidate });
        return true;
    }

    /// <summary>Why a trial does not count that was broken off without a reason.</summary>
    /// <returns>Why it is refused; null: it was done, and the trial is kept once more.</returns>
    protected string? Explain(string reason, double timeS)
    {
        string? refused = Take(new TestRequest(TestRequestKind.Why, timeS) { Reason = reason });
        if (refused is null) Options.Kept?.Invoke(Run.Trials[^1]);
        return refused;
    }

    /// <summary>The truth of a simulated trial; null: there is none.</summary>
    /// <param name="no">The trial.</param>
    protected TrialTruth? TruthOf(int no) => _truth.Exists(t => t.No == no) ? _truth.Find(t => t.No == no) : null;

    private void Hear(TestNotice notice)
    {
        switch (notice)
        {
            case { Kind: TestNoticeKind.State, State: TestState.Setup }:
                _insists = false;
                break;
            case { Kind: TestNoticeKind.State, State: TestState.Running }:
                _isCrossingShown = false;
                Options.Marked?.Invoke(FormattableString.Invariant($"{Run.Setting.Test.Name} trial {Run.Draft.No}: go at {notice.TimeS:0.000} s"));
                Options.Course?.Go(notice.TimeS);
                break;
            case { Kind: TestNoticeKind.State, State: TestState.Ended }:
                Options.Marked?.Invoke(FormattableString.Invariant($"{Run.Setting.Test.Name} trial {Run.Draft.No}: stop at {Run.Draft.StopS ?? notice.TimeS:0.000} s"));
                break;
            case { Kind: TestNoticeKind.State, State: TestState.Over }:
                Part(notice.Text);
                return;
            case { Kind: TestNoticeKind.Settled }:
                NoteTruth();
                OnShown();
                return;
        }

        OnNotice(in notice);
        if (notice.Kind == TestNoticeKind.TrialKept) Options.Kept?.Invoke(Run.Trials[^1]);
    }

    // A part is over. The next one begins where this one has its result; else the test is over.
    private void Part(string why)
    {
        if (IsPartDone && _parts.Count > 0 && !IsEndedOtherwise)
        {
            _before.AddRange(Run.Trials);
            Run = new TimedTestRun(_parts.Dequeue(), Options.NewId, Hear, _before.Count + 1);
            _insists = false;
            OnPart();
            return;
        }

        OnOver(why);
        _over.TrySetResult();
    }

    private void NoteTruth()
    {
        if (Run.Draft is not { GoS: { } go } draft || Options.Truth?.Invoke(go) is not { } truth || TruthOf(draft.No) is not null) return;
        _truth.Add(new TrialTruth(draft.No, truth.Truth.Value, truth.Truth.Name, truth.Truth.Unit, truth.TruthParts.Count > 0 ? truth.TruthParts : null));
    }

    private void LookForCrossing()
    {
        if (_isCrossingShown || Run is not { State: TestState.Running, Draft.GoS: { } go } || Options.Course?.At(go) is not { StopS: { } stops } trial || NowS < go + stops - trial.GoS) return;
        _isCrossingShown = true;
        OnCrossing();
    }
}
