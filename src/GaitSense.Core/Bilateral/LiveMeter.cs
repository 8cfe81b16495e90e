namespace GaitSense.Core;

/// <summary>
/// Rolling metrics over the last ten strides and steps of each foot, without those that turn or are unsure: what a stride alone can say of steady
/// walking (<see cref="SteadyStride"/>). Symmetry waits for all ten of both: with fewer it is mostly chance (the same gate as that of the record).
/// </summary>
internal sealed class LiveMeter
{
    // What the last strides agree on; a single odd stride changes nothing.
    private const int AgreeingStrides = 3;

    private State _s;

    public State Snapshot
    {
        get => _s;
        set => _s = value;
    }

    public void Reset() => _s = default;

    public void Push(in Stride stride)
    {
        if (!stride.IsValid) return;
        if (SteadyStride.IsWalking(in stride) && !SteadyStride.IsTurning(in stride)) Measure(in stride);
        _s.Agreeing = stride.Direction == _s.LastDirection ? _s.Agreeing + 1 : 1;
        _s.LastDirection = stride.Direction;
        if (_s.Agreeing >= AgreeingStrides || _s.Direction == WalkingDirection.Unknown) _s.Direction = stride.Direction;
    }

    private void Measure(in Stride stride)
    {
        ref FootMeans foot = ref stride.Foot == Foot.Left ? ref _s.Left : ref _s.Right;
        if (stride.LengthM is { } length) foot.Length.Add(length);
        if (stride.StrideTimeS is { } time) foot.StrideTime.Add(time);
        foot.SwingTime.Add(stride.SwingTimeS);
        if (stride.SpeedMps is { } speed) _s.Speed.Add(speed);
    }

    public void Push(in Step step)
    {
        if (step.Foot == Foot.Left) _s.Left.StepTime.Add(step.StepTimeS);
        else _s.Right.StepTime.Add(step.StepTimeS);
    }

    public void Pause()
    {
        WalkingDirection direction = _s.Direction;
        _s = default;
        _s.LastDirection = direction;
    }

    public LiveMetrics Read(DeviceTime time, bool isWalking) => new(
        time,
        Mean(_s.Left.StrideTime.Mean, _s.Right.StrideTime.Mean) is { } t ? 120 / t : null,
        _s.Speed.Mean,
        _s.Left.Length.Mean,
        _s.Right.Length.Mean,
        SymmetryPercent(in _s.Left.Length, in _s.Right.Length),
        SymmetryPercent(in _s.Left.SwingTime, in _s.Right.SwingTime),
        SymmetryPercent(in _s.Left.StepTime, in _s.Right.StepTime),
        _s.Direction,
        isWalking,
        Math.Min(_s.Left.Length.Count, _s.Right.Length.Count));

    private static double? Mean(double? a, double? b) => a is null ? b : b is null ? a : 0.5 * (a + b);

    private static double? SymmetryPercent(in RollingMean left, in RollingMean right) =>
        left.Count == RollingMean.Window && right.Count == RollingMean.Window && left.Mean is { } l && right.Mean is { } r
            ? RobinsonIndex.Percent(l, r)
            : null;

    /// <summary>All that changes.</summary>
    public struct State
    {
        public FootMeans Left;
        public FootMeans Right;
        public RollingMean Speed;
        public WalkingDirection Direction;
        public WalkingDirection LastDirection;
        public int Agreeing;
    }

    /// <summary>One foot's means.</summary>
    public struct FootMeans
    {
        public RollingMean Length;
        public RollingMean StrideTime;
        public RollingMean SwingTime;
        public RollingMean StepTime;
    }
}
