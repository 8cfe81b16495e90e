namespace GaitSense.Core;

/// <summary>
/// What needs both feet: steps, bouts, turns and rolling metrics. Each foot's events and strides wait until the other foot has come as far in
/// time, so the order in which the feet's samples arrive changes nothing.
/// </summary>
internal sealed class BilateralStage
{
    // A foot that is silent for longer (sensor lost) is no longer waited for.
    private const double MaxWaitS = 3;

    // Step times of clocks that are less sure say nothing about symmetry (the gate of the record).
    private const double MaxClockUncertaintyS = 0.010;

    private readonly WalkPipelineOptions _options;
    private readonly IWalkObserver _observer;
    private readonly StepAssembler _steps;
    private readonly BoutTracker _bouts = new();
    private readonly TurnTracker _leftTurns = new(Foot.Left);
    private readonly TurnTracker _rightTurns = new(Foot.Right);
    private readonly LiveMeter _meter = new();
    private State _s;

    public BilateralStage(WalkPipelineOptions options, IWalkObserver observer)
    {
        _options = options;
        _observer = observer;
        _steps = new StepAssembler(options.ClockUncertaintyS);
    }

    public (State Own, StepAssembler.State Steps, BoutTracker.State Bouts, TurnTracker.State Left, TurnTracker.State Right, LiveMeter.State Meter) Snapshot
    {
        get => (_s, _steps.Snapshot, _bouts.Snapshot, _leftTurns.Snapshot, _rightTurns.Snapshot, _meter.Snapshot);
        set => (_s, _steps.Snapshot, _bouts.Snapshot, _leftTurns.Snapshot, _rightTurns.Snapshot, _meter.Snapshot) = value;
    }

    /// <inheritdoc cref="StepAssembler.MeanClockUncertaintyS"/>
    public double MeanClockUncertaintyS => _steps.MeanClockUncertaintyS;

    /// <inheritdoc cref="StepAssembler.SetClockUncertainty"/>
    public void SetClockUncertainty(double seconds)
    {
        _steps.SetClockUncertainty(seconds);
        _observer.OnClockUncertainty(seconds);
    }

    public void Reset()
    {
        _s = default;
        _steps.Reset();
        _bouts.Reset();
        _leftTurns.Reset();
        _rightTurns.Reset();
        _meter.Reset();
    }

    public void Add(in GaitEvent e) => Add(e.Foot, new WalkItem { KnownAt = e.DetectedAt, Event = e });

    public void Add(in Stride stride) => Add(stride.Foot, new WalkItem { KnownAt = stride.KnownAt, IsStride = true, Stride = stride });

    /// <summary>One foot's samples have been processed up to a time.</summary>
    public void Advance(Foot foot, DeviceTime time)
    {
        if (foot == Foot.Left) (_s.HasLeft, _s.LeftTime) = (true, time);
        else (_s.HasRight, _s.RightTime) = (true, time);
        if (_s.Left.Count + _s.Right.Count > 0 || _bouts.IsWalking) Drain(all: false);
    }

    public void Complete()
    {
        Drain(all: true);
        if (_steps.TryFlush(Latest, out Step step)) Emit(in step);
        if (_leftTurns.TryEnd(out Turn left)) _observer.OnTurn(in left);
        if (_rightTurns.TryEnd(out Turn right)) _observer.OnTurn(in right);
        EndBout(Latest, force: true);
        _observer.OnCompleted();
    }

    private DeviceTime Latest => _s.LeftTime > _s.RightTime ? _s.LeftTime : _s.RightTime;

    private void Add(Foot foot, in WalkItem item)
    {
        ref WalkItemQueue queue = ref foot == Foot.Left ? ref _s.Left : ref _s.Right;
        while (queue.IsFull) ProcessFirst();
        queue.Add(in item);
    }

    private void Drain(bool all)
    {
        DeviceTime both = Watermark();
        while (_s.Left.Count + _s.Right.Count > 0 && (all || Next().KnownAt <= both)) ProcessFirst();
        EndBout(both, force: false);

        ref readonly WalkItem Next() => ref IsLeftNext() ? ref _s.Left.First : ref _s.Right.First;
    }

    // As far as both feet have come; a foot that is not worn, or has fallen silent, does not count.
    private DeviceTime Watermark()
    {
        if (!_options.HasLeft || (_s.HasLeft && _s.RightTime.SecondsSince(_s.LeftTime) > MaxWaitS)) return _s.RightTime;
        if (!_options.HasRight || (_s.HasRight && _s.LeftTime.SecondsSince(_s.RightTime) > MaxWaitS)) return _s.LeftTime;
        if (!_s.HasLeft || !_s.HasRight) return new DeviceTime(long.MinValue);
        return _s.LeftTime < _s.RightTime ? _s.LeftTime : _s.RightTime;
    }

    private bool IsLeftNext() => _s.Left.Count > 0 && (_s.Right.Count == 0 || _s.Left.First.KnownAt <= _s.Right.First.KnownAt);

    private void ProcessFirst()
    {
        ref WalkItemQueue queue = ref IsLeftNext() ? ref _s.Left : ref _s.Right;
        WalkItem item = queue.First;
        queue.RemoveFirst();
        EndBout(item.KnownAt, force: false);
        if (item.IsStride) Process(in item.Stride);
        else Process(in item.Event);
    }

    private void Process(in GaitEvent e)
    {
        _bouts.Push(in e);
        if (_options.SharedClock && _steps.TryPush(in e, out Step step)) Emit(in step);
    }

    private void Process(in Stride stride)
    {
        _bouts.CountStride();
        _meter.Push(in stride);
        TurnTracker turns = stride.Foot == Foot.Left ? _leftTurns : _rightTurns;
        if (turns.TryPush(in stride, out Turn turn)) _observer.OnTurn(in turn);
        Report(stride.KnownAt);
    }

    private void Emit(in Step step)
    {
        if (_steps.ClockUncertaintyS <= MaxClockUncertaintyS) _meter.Push(in step);
        _observer.OnStep(in step);
    }

    private void EndBout(DeviceTime now, bool force)
    {
        bool was = _bouts.IsWalking;
        if (_bouts.TryEnd(now, force, out Bout bout)) _observer.OnBout(in bout);
        if (!was || _bouts.IsWalking) return;
        _meter.Pause();
        Report(now);
    }

    private void Report(DeviceTime time)
    {
        LiveMetrics metrics = _meter.Read(time, _bouts.IsWalking);
        _observer.OnMetrics(in metrics);
    }

    /// <summary>All that changes in the stage itself.</summary>
    public struct State
    {
        public bool HasLeft;
        public bool HasRight;
        public DeviceTime LeftTime;
        public DeviceTime RightTime;
        public WalkItemQueue Left;
        public WalkItemQueue Right;
    }
}
