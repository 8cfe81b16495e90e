namespace GaitSense.Core.Tests;

internal sealed class GateProbe : StageProbe
{
    private readonly SampleGate _stage = new(Foot.Left);

    public override object Snapshot { get => _stage.Snapshot; set => _stage.Snapshot = (SampleGate.State)value; }

    public override void Reset() => _stage.Reset();

    public override string Push(int i)
    {
        bool admitted = _stage.TryAdmit(in TroubledTape.Samples[i], out SampleGate.Admission a);
        return Say(admitted, a.IsFirst, a.Before, a.Dt, a.IsGap, a.IsBridged, a.Clipped, _stage.Quality(0));
    }
}

internal sealed class MountingProbe : StageProbe
{
    private readonly MountingTracker _stage = new(null);

    public override object Snapshot { get => _stage.Snapshot; set => _stage.Snapshot = (MountingTracker.State)value; }

    public override void Reset() => _stage.Reset();

    public override string Push(int i)
    {
        ImuSample s = SimulatedSamples.Left[i];
        bool slipped = i % 150 == 0 && _stage.ObserveUp(s.AccelMps2.Normalized(), isNewStance: true);
        _stage.ObserveRate(s.GyroRadPerS, 0.01);
        if (i % 110 == 0) _stage.Forward.Observe(new WayShown(s.Time, 1, 0.9, 0.3, 0.4, 0.02, 0.45, i == 0), s.Time);
        return Say(slipped, _stage.Axes, _stage.Axis, _stage.ForwardSign, _stage.Forward.Confidence);
    }
}

internal sealed class MotionProbe : StageProbe
{
    private readonly MotionMeter _stage = new();

    public override object Snapshot { get => _stage.Snapshot; set => _stage.Snapshot = (MotionMeter.State)value; }

    public override void Reset() => _stage.Reset();

    public override string Push(int i)
    {
        ImuSample s = SimulatedSamples.Left[i];
        _stage.Push(s.GyroRadPerS, default, s.AccelMps2, 0.01);
        return Say(_stage.RateRms, _stage.ForceSpreadMps2, _stage.MeanForceMps2, _stage.RestForceMps2, _stage.RestGyroRadPerS);
    }
}

internal sealed class FilterProbe : StageProbe
{
    private readonly ErrorStateFilter _stage = new(new FilterNoise());

    public override object Snapshot { get => _stage.Snapshot; set => _stage.Snapshot = (ErrorStateFilter.State)value; }

    public override void Reset() => _stage.Reset();

    public override string Push(int i)
    {
        ImuSample s = SimulatedSamples.Left[i];
        _stage.Propagate(s.GyroRadPerS, s.AccelMps2, 0.01, 0, 0);
        bool told = i % 7 == 0 && _stage.MeasureVelocity(default, 0.1, i % 2 == 0 ? 4 : 0);
        if (i % 90 == 0) _stage.ZeroRate(s.GyroRadPerS, 0.01);
        if (i % 100 == 0) _stage.SetPositionReference();
        double sd = i % 50 == 0 ? _stage.HorizontalPositionSd() : 0;
        return Say(told, sd, _stage.Current.PositionM, _stage.Current.VelocityMps, _stage.Current.GyroBiasRadPerS, _stage.Current.AccelBiasMps2);
    }
}
