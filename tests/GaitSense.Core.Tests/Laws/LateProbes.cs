namespace GaitSense.Core.Tests;

internal sealed class TrackerProbe : StageProbe
{
    private readonly FootTracker _stage = new(new FootPipelineOptions(), Thresholds.Default);
    private readonly MountingTracker _mounting = new(MountingAxes.Identity);

    public override object Snapshot
    {
        get => (_stage.Snapshot, _mounting.Snapshot);
        set => (_stage.Snapshot, _mounting.Snapshot) =
            (((ErrorStateFilter.State, MotionMeter.State, FootTracker.State), MountingTracker.State))value;
    }

    public override void Reset()
    {
        _stage.Reset();
        _mounting.Reset();
    }

    public override string Push(int i)
    {
        ImuSample s = SimulatedSamples.Left[i];
        if (i % 1200 == 1199)
        {
            _stage.LoseTrack(0.2);
            _stage.Resume(in s);
        }
        else
        {
            _stage.Push(in s, i == 0 ? 0 : 0.01, default, true, _mounting);
        }

        return Say(
            _stage.PositionM, _stage.VelocityMps, _stage.Rotation.Row0, _stage.GyroBiasRadPerS, _stage.IsStill, _stage.StillForS, _stage.ZeroSdMps,
            _stage.IsTrusted, _stage.HasJustAligned, _stage.LastPositionShiftM, _stage.AccelScale, _stage.RestAccelMps2);
    }
}

internal sealed class ContactProbe : StageProbe
{
    private readonly ContactDetector _stage = new(new ContactLimits());

    public override object Snapshot { get => _stage.Snapshot; set => _stage.Snapshot = (ContactDetector.State)value; }

    public override void Reset() => _stage.Reset();

    public override string Push(int i)
    {
        FootPose p = TroubledTape.Poses[i];
        FootPose before = i == 0 ? p : TroubledTape.Poses[i - 1];
        ContactSample x = default(ContactSample) with
        {
            Time = p.Time,
            RateRadPerS = i == 0 ? 0 : (before.PitchRad - p.PitchRad) / p.Time.SecondsSince(before.Time),
            AngleRad = -p.PitchRad,
            SpeedMps = p.VelocityMps.Length,
            TotalSpeedMps = p.VelocityMps.Length,
            IsStill = p.Phase == FootPhase.FootFlat,
            IsSpeedTrusted = i > 100,
        };
        bool found = _stage.TryPush(in x, out ContactEvent e);
        return Say(found, e, _stage.InSwing, _stage.SwingTopSpeedMps, _stage.SwingTopSpeedTime, _stage.Guess);
    }
}

internal sealed class FlatFootProbe : StageProbe
{
    private readonly FlatFootDetector _stage = new();

    public override object Snapshot { get => _stage.Snapshot; set => _stage.Snapshot = (FlatFootDetector.State)value; }

    public override void Reset() => _stage.Reset();

    public override string Push(int i)
    {
        ImuSample s = SimulatedSamples.Left[i];
        if (i % 110 == 0) _stage.Land();
        bool found = _stage.TryPush(s.Time, s.GyroRadPerS.Y, i % 110 > 70, out DeviceTime flat);
        return Say(found, flat, _stage.HeelOff);
    }
}

internal sealed class StrideProbe : StageProbe
{
    // A stride of 110 samples: 70 on the ground, 40 in the air.
    private const int StrideSamples = 110;
    private const int StanceSamples = 70;

    private readonly StrideBuilder _stage = new(Foot.Left);
    private readonly FootTracker _tracker = StandingTracker();

    public override object Snapshot { get => _stage.Snapshot; set => _stage.Snapshot = (StrideBuilder.State)value; }

    public override void Reset() => _stage.Reset();

    public override string Push(int i)
    {
        DeviceTime time = SimulatedSamples.Left[i].Time;
        int phase = i % StrideSamples;
        if (phase == StanceSamples) _stage.Release(new ContactEvent(GaitEventKind.TerminalContact, time, 0.5, 1, 0.6, 0.9), time);
        if (phase == 20) _stage.Flatten(time);
        if (phase == 0) _stage.Land(new ContactEvent(GaitEventKind.InitialContact, time, -0.3, 1, 0.6, 0.9));
        if (i % 700 == 0) _stage.MarkGap(time, i % 1400 == 0 ? 0.3 : 0.05, phase >= StanceSamples);
        if (i % 900 == 0) _stage.MarkSlip();
        bool moved = _stage.Track(_tracker, time, 0.01 * phase, phase >= StanceSamples);
        _stage.TrackPath(_tracker, time, new Vector3D(0, phase, 0), phase >= StanceSamples);
        bool complete = _stage.TryComplete(_tracker, time, new FootAxis(new Vector3D(1, 0, 0), 1), false, out Stride stride, out FootPath? path, out MidStanceReference end);
        return Say(moved, complete, complete ? stride : null, path, end, _stage.Reference, _stage.HasReference, _stage.IsAwaitingRest);
    }

    private static FootTracker StandingTracker()
    {
        FootTracker tracker = new(new FootPipelineOptions(), Thresholds.Default);
        MountingTracker mounting = new(MountingAxes.Identity);
        ImuSample rest = new(default, new Vector3D(0, 0, ErrorStateFilter.GravityMps2), default);
        for (int i = 0; i < 200; i++) tracker.Push(in rest, 0.01, default, true, mounting);
        return tracker;
    }
}
