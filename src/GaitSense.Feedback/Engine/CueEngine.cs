using GaitSense.Core;
using GaitSense.Feedback.Backward;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Plan;
using GaitSense.Feedback.Rhythm;
using GaitSense.Feedback.Safety;
using GaitSense.Feedback.Sound;
using GaitSense.Feedback.Targets;

namespace GaitSense.Feedback.Engine;

/// <summary>
/// Decides what the walker hears or feels, from events and from the walk's own time, so that a replay gives the same cues. It runs on the thread that owns
/// the walk; nothing is allocated while it does. Where anything is in doubt there is silence.
/// </summary>
public sealed class CueEngine : IWalkObserver
{
    // Steps without a beat after beat and steps came apart.
    private const int ListenSteps = 2;

    private readonly CuePlan _plan;
    private readonly SensorWatch _sensors;
    private readonly Announcements _words;
    private readonly SteppingGate _gate;
    private readonly LiftWatch _lifts = new();
    private readonly SlopeWatch _slope = new();
    private readonly DirectionWatch _direction;
    private readonly Baseline _baseline;
    private readonly StraightWalk _straight;
    private readonly BeatClock _beats;
    private readonly TempoLadder _ladder;
    private readonly TargetCoach _coach;
    private readonly RestAdvisor _rest;
    private readonly BackwardBouts _backward;
    private readonly TaskBlocks _tasks;
    private readonly PieceWatch _pieces = new();
    private readonly NoBeatYet _notYet;
    private readonly OpenCues _cues;
    private readonly KeptWords _kept;
    private readonly CueTally _tally;
    private readonly TempoTolerance _tolerance;
    private SilenceReason _why = SilenceReason.NotStepping;
    private DeviceTime _cuesFrom;
    private int _listen;
    private bool _isStopped, _mayCue;

    /// <summary>Cues for one walk.</summary>
    /// <param name="plan">What is cued.</param>
    /// <param name="walk">What is known about the sensors and their clock.</param>
    /// <param name="sink">Receives the cues.</param>
    public CueEngine(CuePlan plan, WalkPipelineOptions walk, ICueSink sink)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(walk);
        ArgumentNullException.ThrowIfNull(sink);
        _plan = plan;
        _tally = new CueTally(sink);
        _sensors = new SensorWatch(plan.Safety, walk);
        _gate = new SteppingGate(plan.Safety);
        _direction = new DirectionWatch(plan.Practice);
        _baseline = new Baseline(plan.Rhythm);
        _beats = new BeatClock(plan.Rhythm);
        _ladder = new TempoLadder(plan.Ladder, plan.Practice);
        _coach = new TargetCoach(plan, _baseline.Walk);
        _rest = new RestAdvisor(plan.Rest);
        _backward = new BackwardBouts(plan.Backward);
        _notYet = new NoBeatYet(plan.Rhythm);
        _cues = new OpenCues(_tally);
        _kept = new KeptWords(_cues);
        _tasks = new TaskBlocks(plan, _cues);
        _straight = new StraightWalk(_baseline, _tally, _rest, _tasks);
        _tolerance = new TempoTolerance(plan.Ladder, _baseline, _tally, _rest);
        _words = new Announcements(new StartCheck(plan.Safety.StartCheck, bothEars: plan.Sound.Ears == EarMode.Both), _sensors, _cues, _kept);
    }

    /// <summary>Why there are no cues now; <see cref="SilenceReason.None"/> where there are.</summary>
    public SilenceReason Silence => IsBackward && !_backward.IsConfirmed && _why is (SilenceReason.NotStepping or SilenceReason.WrongDirection) ? _backward.Why : _why;

    /// <summary>Tempo of the rhythm, steps/min; null without one.</summary>
    public double? TempoStepsPerMin => _beats.IsLocked ? _beats.TempoStepsPerMin : null;

    /// <summary>Level of the tempo ladder against the walker's preferred cadence, percent; 0 without one.</summary>
    public double LevelPercent => _ladder.LevelPercent;

    /// <summary>How the walk with its cues went, so far.</summary>
    public CueReport Report() => _tally.Report(_plan, _baseline, _ladder, _coach, _tasks) with { StartCheck = _words.Check.Outcome };

    /// <summary>A request during the walk.</summary>
    public void Request(CueRequest request)
    {
        switch (request)
        {
            case CueRequest.Stop:
                _isStopped = true;
                _tasks.Said(Phrases.Stop);
                FallSilent(SilenceReason.Stopped, wordsToo: true);
                break;
            case CueRequest.Go:
                _isStopped = false;
                _words.Check.Overrule();
                break;
            case CueRequest.ConfirmChecklist:
                _backward.Confirm();
                break;
            case CueRequest.BatteryLeft or CueRequest.BatteryRight:
                _words.BatteryIsLow(request == CueRequest.BatteryLeft ? Foot.Left : Foot.Right);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(request), request, "No such request.");
        }
    }

    /// <summary>A reading of a foot, told before what the core makes of it: for the check before the walk, which listens to taps.</summary>
    public void OnReading(Foot foot, in ImuSample reading) => _words.Check.Observe(foot, in reading);

    /// <inheritdoc/>
    public void OnCompleted() => _cues.Complete(_sensors.Now);

    /// <inheritdoc/>
    public void OnPose(in FootPose pose)
    {
        _sensors.Observe(pose.Foot, pose.Time);
        DeviceTime now = _sensors.Now;
        _cues.Advance(now);
        if (_sensors.State is var sensors and not SilenceReason.None && _why != sensors) LoseStepping(sensors);
        _lifts.Observe(in pose);
        if (_gate.IsOverdue(now) || (_cues.NextToLand(now) is { } next && !_lifts.IsLifted(next))) LoseStepping(SilenceReason.StepMissed);
        bool isOver = IsBackward && _backward.IsOver(now);
        if (_isStopped) return;
        if (isOver) EndBout(_words.Check.IsOpen ? Phrases.BoutOver : Phrases.Stop);
        _words.Advance();
        if (_words.Check.IsUnderWay) return;
        if (IsBackward && !_cues.IsSpeaking(now) && _backward.Explains(_baseline.IsDone) is { } why) _cues.Say(why, now);
        if (!IsBackward && !_baseline.IsDone && _words.Check.IsOpen && _notYet.Explain(now, _why, _sensors.WalkS, _baseline.IsUneven) is { } reason) _kept.Keep(reason);
        _kept.Advance(now);
        if ((!IsBackward || _backward.IsConfirmed) && !_cues.IsSpeaking(now) && _rest.Offers(now)) _cues.Say(Phrases.Rest, now);
        _tasks.Advance(now, _sensors.WalkS, _words.Check.IsOpen && (!IsBackward || (_plan.Backward.Tasks && _backward.MayBegin)));
    }

    /// <inheritdoc/>
    public void OnClockUncertainty(double seconds)
    {
        _sensors.SetClock(seconds);
        if (_sensors.State is var state and not SilenceReason.None) LoseStepping(state);
    }

    /// <inheritdoc/>
    public void OnSensorFault(in SensorFault fault) => _sensors.Observe(in fault);

    /// <inheritdoc/>
    public void OnGap(in Gap gap)
    {
        if (gap.End.SecondsSince(gap.Start) > _plan.Safety.MaxSensorGapS) LoseStepping(SilenceReason.SensorLost);
    }

    /// <inheritdoc/>
    public void OnEvent(in GaitEvent e)
    {
        if (e.Kind == GaitEventKind.MidSwing && _direction.IsWrong(e.Foot, e.Direction)) Restart(SilenceReason.WrongDirection);
        if (e.Kind == GaitEventKind.InitialContact) Land(in e);
    }

    /// <inheritdoc/>
    public void OnStride(in Stride stride)
    {
        _sensors.Observe(in stride);
        if (IsBackward && _backward.Stride(in stride, _words.Check.IsOpen) is { } said && !_isStopped) Interrupt(said);
        if (!stride.IsValid || stride.LengthM is null) return;
        if (_direction.IsWrong(stride.Foot, stride.Direction)) Restart(SilenceReason.WrongDirection);
        if (IsBackward && Math.Abs(stride.TurnRad ?? 0) * (180 / Math.PI) > _plan.Backward.MaxTurnDeg) Break(SilenceReason.Turning);
        if (_slope.IsSteep(in stride)) Restart(SilenceReason.Steep);
        bool isStepping = _direction.IsRight && _gate.IsOpen;
        _straight.Stride(in stride, isStepping, _mayCue, _sensors.WalkS);
        if (!isStepping) return;
        if (!_baseline.IsDone) _baseline.Walk.Add(in stride);
        else _tally.Add(in stride, _mayCue);
        _cues.Emit(_coach.Stride(in stride, _mayCue), _sensors.Now, TempoStepsPerMin);
    }

    /// <inheritdoc/>
    public void OnStep(in Step step)
    {
        if (_gate.IsOpen && _direction.IsRight) _cues.Emit(_coach.Step(in step, _mayCue), _sensors.Now, TempoStepsPerMin);
    }

    /// <inheritdoc/>
    public void OnMetrics(in LiveMetrics metrics) => _tolerance.Observe(in metrics);

    private bool IsBackward => _plan.Practice == Practice.Backward;

    private void Restart(SilenceReason why)
    {
        _gate.Restart();
        Break(why);
    }

    private void Land(in GaitEvent landing)
    {
        if (!_baseline.IsDone) _notYet.Land(landing.Time);
        _lifts.Land(landing.Foot);
        _cues.Land(landing.Foot, landing.Time, _sensors.Now);
        _backward.Land(landing.Time);
        if (_sensors.State is var sensors and not SilenceReason.None)
        {
            LoseStepping(sensors); // such a step is not clean either
            return;
        }

        SilenceReason why = _gate.Land(in landing);
        if (why is not (SilenceReason.None or SilenceReason.NotStepping)) Break(why);
        if (why != SilenceReason.None) return; // not stepping: a first landing
        _rest.Step(landing.Time, _gate.StepS);
        if (!_gate.IsOpen) return;
        why = WhyUnsure();
        if (why == SilenceReason.None && !_baseline.IsDone) why = Learn();
        if (why == SilenceReason.None) why = CueSchedule.WhySilent(_plan, _sensors.WalkS, landing.Time.SecondsSince(_cuesFrom));
        if (why != SilenceReason.None) FallSilent(why);
        else (_mayCue, _why) = (true, SilenceReason.None);
        if (_mayCue && _plan.Rhythm.Enabled) Beat(in landing);
    }

    private SilenceReason WhyUnsure()
    {
        if (_isStopped) return SilenceReason.Stopped;
        if (!_words.Check.IsOpen) return SilenceReason.Unchecked;
        if (_pieces.HasEnded) return SilenceReason.TooManySilences;
        if (!_direction.IsRight) return SilenceReason.WrongDirection;
        if (IsBackward && !_backward.IsOpen) return _backward.Why;
        return _plan.Rhythm.Allows(60 / _gate.PeriodS) ? SilenceReason.None : SilenceReason.CadenceOutOfRange;
    }

    private SilenceReason Learn()
    {
        if (!_baseline.Learn(_gate, allClean: IsBackward, out SilenceReason why)) return why;
        _cuesFrom = _sensors.Now;
        return SilenceReason.None;
    }

    private void Beat(in GaitEvent landing)
    {
        double own = _baseline.CadenceStepsPerMin!.Value;
        bool leads = _ladder.LeadsTempo;
        double target = leads ? own * (1 + (_ladder.LevelPercent / 100)) : _beats.Follow(own, 60 / _gate.PeriodS, mayExceed: !IsBackward);
        if (_beats.IsLocked)
        {
            double period = _beats.PeriodS;
            if (_beats.TryAdvance(landing.Foot, landing.Time, target, leads ? _plan.Ladder.PhaseGain : _plan.Rhythm.PhaseGain))
            {
                _ladder.Step(_gate.StepS, _beats.AsynchronyS, period, own, _tolerance.IsGood);
            }
            else
            {
                FallSilent(SilenceReason.OutOfPhase);
                _listen = ListenSteps;
            }
        }
        else if (_listen > 0) (_listen, _why) = (_listen - 1, SilenceReason.OutOfPhase);
        else _beats.Lock(landing.Foot, landing.Time, _gate.LimpS, leads ? target : _beats.Follow(own, 60 / _gate.LatestPeriodS, mayExceed: !IsBackward));

        if (_beats.IsLocked) _backward.Beat();
        if (_beats.IsLocked) _cues.Beat(landing.Foot == Foot.Left ? Foot.Right : Foot.Left, _sensors.Now, _beats.Beat, _beats.TempoStepsPerMin);
        else _ladder.LoseStep(_gate.StepS, 60 / _gate.LatestPeriodS / own);
    }

    // A step that is not as it should be. Backward it ends the stretch, and that is said.
    private void Break(SilenceReason why)
    {
        FallSilent(why);
        if (IsBackward && _backward.IsUnderWay && !_isStopped) EndBout(Phrases.Stop);
    }

    private void EndBout(string phrase)
    {
        _backward.End(_sensors.Now);
        FallSilent(_backward.Why);
        Interrupt(phrase);
    }

    // Said at any time but while somebody asked for silence, also into the check before the walk, whose questions wait.
    private void Interrupt(string phrase) => _words.Interrupt(_tasks.Said(_backward.Said(phrase)));

    private void LoseStepping(SilenceReason why)
    {
        _gate.Restart();
        FallSilent(why);
        if (!IsBackward || why is not (SilenceReason.StepMissed or SilenceReason.SensorLost or SilenceReason.SensorFault) || !_backward.LoseStep(_sensors.Now, why) || _isStopped) return;
        Interrupt(Phrases.Stop);
    }

    private void FallSilent(SilenceReason why, bool wordsToo = false)
    {
        bool ends = _why == SilenceReason.None && !IsBackward && _pieces.Fall(_sensors.Now, why, _ladder.LeadsTempo);
        if (_why == SilenceReason.None) _tally.CountSilence(why);
        (_why, _mayCue) = (why, false);
        _beats.Unlock();
        _ladder.Pause();
        _cues.Silence(_sensors.Now, why, wordsToo);
        if (ends) _kept.Keep(Phrases.CuesEnd);
    }
}
