using GaitSense.Core;
using GaitSense.Training.Records;
using GaitSense.Training.TimedTests.Feet;

namespace GaitSense.Training.TimedTests;

/// <summary>
/// A timed test under way: Setup, Ready, Armed, Running, Ended, Reviewed, trial by trial, until it is Over. It is told what the feet do, as any observer of a walk, and what people ask, each
/// with its instant on the walk's time; what it does depends on nothing else, so a replay with the same requests gives the same trials. One thread.
/// </summary>
public sealed partial class TimedTestRun : IWalkObserver
{
    /// <summary>So long both feet are still before a test is ready, s.</summary>
    public const double StillForS = 2;

    // A foot that is put down closer to where it stood has not started, m [D]: feet are shifted, and taps land a little off.
    private const double StartM = 0.12;

    // After a line the feet walk on to the second one; elsewhere a foot is seen to have turned or landed within this, s [D].
    private const double ToSecondLineS = 15, ToRestS = 3, RestsForS = 1;

    private readonly Func<Guid> _newId;
    private readonly int _firstNo;
    private readonly Action<TestNotice>? _tell;
    private readonly List<Trial> _trials = [];
    private readonly (double X, double Y)?[] _standsM = new (double, double)?[2];
    private double _nowS;
    private double? _lastEndS;
    private int _failures, _minutes;
    private bool _isUnexplained, _isSettled, _wasFalseStart;
    private TrialOutcome? _outcome;
    private double _outcomeAtS;

    /// <summary>A test that begins.</summary>
    /// <param name="setting">What is chosen.</param>
    /// <param name="newId">Makes identifiers of trials.</param>
    /// <param name="tell">Is told what happens; null: nobody.</param>
    /// <param name="firstNo">Number of the first attempt, from 1: one more than those of the session before it.</param>
    /// <exception cref="ArgumentException">The setting cannot be (<see cref="TestSetting.FindFault"/>).</exception>
    public TimedTestRun(TestSetting setting, Func<Guid> newId, Action<TestNotice>? tell = null, int firstNo = 1)
    {
        ArgumentNullException.ThrowIfNull(setting);
        ArgumentNullException.ThrowIfNull(newId);
        if (setting.FindFault() is { } fault) throw new ArgumentException(fault, nameof(setting));
        ArgumentOutOfRangeException.ThrowIfLessThan(firstNo, 1);
        (Setting, _newId, _tell, _firstNo) = (setting, newId, tell, firstNo);
        foreach (Foot foot in BothFeet.InOrder) Feet.Of(foot).KeepsPath = setting.Test.Kind is TestKind.Line or TestKind.Chair;
        Draft = new TrialDraft(firstNo, setting.Test.PracticeTrials > 0);
    }

    /// <summary>What is chosen.</summary>
    public TestSetting Setting { get; }

    /// <summary>Where it is.</summary>
    public TestState State { get; private set; }

    /// <summary>The trial under way, or the last one.</summary>
    public TrialDraft Draft { get; private set; }

    /// <summary>All trials that were kept, false starts among them, in order.</summary>
    public IReadOnlyList<Trial> Trials => _trials;

    /// <summary>What the feet did.</summary>
    public FeetRecord Feet { get; } = new();

    /// <summary>What the feet and the button say of the trial that has ended, as far as samples have come; null in any other state.</summary>
    public TrialOutcome? Outcome
    {
        get
        {
            if (State != TestState.Ended) return null;
            if (_outcome is null || _nowS > _outcomeAtS) (_outcome, _outcomeAtS) = (TrialOutcome.Of(Setting, Draft, Feet), _nowS);
            return _outcome;
        }
    }

    /// <summary>Whether the trial has ended and what the feet say of it will not change: they have come to rest, or had long enough for it.</summary>
    public bool IsSettled => State == TestState.Ended && _isSettled;

    /// <summary>Time passes where no sample tells: a sensor may be silent.</summary>
    /// <param name="timeS">The walk's time now, s; earlier ones do nothing.</param>
    public void Advance(double timeS)
    {
        if (!(timeS > _nowS)) return;
        _nowS = timeS;
        switch (State)
        {
            case TestState.Setup when timeS - (Feet.StillSinceS ?? timeS) >= StillForS:
                _wasFalseStart = false;
                Enter(TestState.Ready, timeS);
                break;
            case TestState.Ready when Feet.StillSinceS is null:
                Enter(TestState.Setup, timeS);
                break;
            case TestState.Armed:
                LookForFalseStart();
                break;
            case TestState.Running:
                LookForFalseStart();
                if (State == TestState.Running) Run(timeS);
                break;
            case TestState.Ended when !_isSettled && timeS - Draft.StopS >= RestsForS:
                Settle(timeS);
                break;
        }
    }

    /// <inheritdoc/>
    public void OnPose(in FootPose pose)
    {
        Feet.OnPose(in pose);
        Advance(Feet.KnownToS ?? _nowS);
    }

    /// <inheritdoc/>
    public void OnPathPoint(in PathPoint point) => Feet.OnPathPoint(in point);

    /// <inheritdoc/>
    public void OnEvent(in GaitEvent e) => Feet.OnEvent(in e);

    /// <inheritdoc/>
    public void OnStride(in Stride stride) => Feet.OnStride(in stride);

    /// <inheritdoc/>
    public void OnGap(in Gap gap) => Feet.OnGap(in gap);

    /// <inheritdoc/>
    public void OnClockUncertainty(double seconds) => Feet.OnClockUncertainty(seconds);

    // A foot that left before "go" and went somewhere. Events are known some hundredths of a second after they happened, so "go" may have been given meanwhile.
    private void LookForFalseStart()
    {
        double from = Draft.ArmedS!.Value, to = Draft.GoS ?? double.PositiveInfinity;
        foreach (Foot foot in BothFeet.InOrder)
        {
            IReadOnlyList<Swing> swings = Feet.SwingsOf(foot);
            for (int i = swings.Count - 1; i >= 0 && swings[i].LeavesS >= from; i--)
            {
                if (swings[i].LeavesS >= to || _standsM[(int)foot] is not { } stood || Feet.Of(foot).PlaceM is not { } at) continue;
                double x = at.X - stood.X, y = at.Y - stood.Y;
                if ((x * x) + (y * y) < StartM * StartM) continue;
                Draft.Failure = Draft.GoS is { } go
                    ? FormattableString.Invariant($"false start: the {foot.ToString().ToLowerInvariant()} foot left {go - swings[i].LeavesS:0.00} s before \"go\"")
                    : $"false start: the {foot.ToString().ToLowerInvariant()} foot left before \"go\"";
                Tell(TestNoticeKind.FalseStart, _nowS, Draft.No, Draft.Failure);
                Keep(Validity.Invalid, Draft.Failure, null);
                Begin(_nowS);
                _wasFalseStart = true;
                return;
            }
        }
    }

    private void Run(double timeS)
    {
        double go = Draft.GoS!.Value, since = timeS - go;
        double? duration = Setting.Test.DurationS;
        int minutes = (int)Math.Floor(Math.Min(since, duration ?? since) / 60);
        if (duration is not null)
            while (_minutes < minutes) Tell(TestNoticeKind.Minute, go + (60 * ++_minutes), _minutes);
        if (since >= duration)
        {
            Draft.StopS = go + duration;
            Enter(TestState.Ended, timeS);
        }
        else if (duration is null && since >= Setting.Test.LimitS)
        {
            Draft.Failure = FormattableString.Invariant($"not done within {Setting.Test.LimitS:0} s");
            Fail(timeS);
        }
    }

    private void Settle(double timeS)
    {
        double since = timeS - Draft.StopS!.Value;
        bool isStill = Feet.StillSinceS is { } still && timeS - still >= RestsForS;
        if (!isStill && since < (Setting.Test.Kind == TestKind.Line ? ToSecondLineS : ToRestS)) return;
        _isSettled = true;
        Tell(TestNoticeKind.Settled, timeS, Draft.No);
    }

    private void Fail(double timeS)
    {
        _failures++;
        Keep(Validity.Invalid, Draft.Failure!, null);
        Enter(TestState.Reviewed, timeS);
        if (_failures >= Setting.Test.Failures) Enter(TestState.Over, timeS, _failures == 1 ? "a trial failed: the test ends" : $"{_failures} trials failed: the test ends");
    }

    // A next attempt: a new draft, and what the feet did long ago is forgotten.
    private void Begin(double timeS)
    {
        int practised = _trials.Count(t => t is { Practice: true, Validity: Validity.Valid });
        Draft = new TrialDraft(_firstNo + _trials.Count, practised < Setting.Test.PracticeTrials);
        (_outcome, _minutes, _isSettled) = (null, 0, false);
        Feet.ForgetBefore(timeS - 10);
        Enter(TestState.Setup, timeS);
    }

    private void Keep(Validity validity, string reason, int? candidate)
    {
        TrialOutcome outcome = TrialOutcome.Of(Setting, Draft, Feet);
        Trial trial = outcome.ToTrial(_newId(), Setting, Draft, validity, reason, candidate);
        _trials.Add(trial);
        _isUnexplained = false;
        if (Draft.StopS is { } stop) _lastEndS = stop;
        Tell(TestNoticeKind.TrialKept, _nowS, trial.No, reason);
    }

    private bool IsDone => _trials.Count(t => t is { Practice: false, Validity: Validity.Valid }) >= Setting.Test.Trials;

    private void Enter(TestState state, double timeS, string text = "")
    {
        State = state;
        Tell(TestNoticeKind.State, timeS, 0, text);
    }

    private void Tell(TestNoticeKind kind, double timeS, int number = 0, string text = "") => _tell?.Invoke(new TestNotice(kind, timeS, State, number, text));
}
