using GaitSense.Core;

namespace GaitSense.Simulation.Motion;

/// <summary>
/// One movement of one foot: it rolls off the ground, swings, lands and rolls flat. On the ground the sole rolls without slipping, apart
/// from three small motions that real shoes show: the toe begins to move while the shoe bends, the landing contact brakes over a few
/// centimetres and milliseconds, and the shoe rings. In the air the origin follows one polynomial that continues position, speed,
/// acceleration and jerk at both ends, plus hills for clearance and circumduction.
/// </summary>
internal sealed class FootMovement
{
    private const double BendS = 0.06, BrakeS = 0.040, ReboundS = 0.048, RingStartS = 0.024, RingS = 0.12, KnockS = 0.04;
    private const double RingHz = 17, SideRingHz = 15, KnockHz = 70, RingRollPerMps = 0.10;

    /// <summary>The forefoot's distance from O, m.</summary>
    private const double ForefootM = 0.085;

    private const double EvenSpeed = 0.05;

    private readonly MovementPlan _plan;
    private readonly Sole _sole;
    private readonly PitchCurve _pitch;
    private readonly Vector3D _way, _alongWay;
    private readonly JetVector _releasePivot, _landingPivot;
    private readonly Septic _x, _y, _z;
    private readonly double _side, _loadS, _yawStart, _yawEnd;
    private readonly Hill[] _hills;

    public FootMovement(MovementPlan plan, Sole sole)
    {
        (_plan, _sole) = (plan, sole);
        Timing = plan.Timing;
        _pitch = new PitchCurve(Timing, plan.ReleaseRad, plan.LandingRad, plan.Reversed);
        _side = plan.Foot == Foot.Left ? 1 : -1;
        _way = (plan.End.PositionM - plan.Start.PositionM) with { Z = 0 };
        _alongWay = _way.Normalized();
        _releasePivot = Pivot(plan.Start, plan.ReleaseRad);
        _landingPivot = Pivot(plan.End, plan.LandingRad);

        (double tc, double ic) = (Timing.TerminalContactS, Timing.InitialContactS);
        _loadS = Timing.FlatS - ic;
        _yawStart = plan.Reversed ? Timing.ReleaseS : Math.Max(Timing.ReleaseS, tc - 0.12);
        _yawEnd = plan.Reversed ? Math.Min(Timing.FlatS, ic + 0.10) : ic;
        JetVector off = Forefoot(_pitch.At(tc), Heading(tc) + Yaw(tc)) + Release(tc, _pitch.At(tc), Yaw(tc));
        JetVector on = Forefoot(_pitch.At(ic), Heading(ic) + Yaw(ic)) + Landing(ic, _pitch.At(ic), Yaw(ic));
        _x = new(tc, off.X, ic, on.X);
        _y = new(tc, off.Y, ic, on.Y);
        _z = new(tc, off.Z, ic, on.Z);
        _hills = Hills(plan.ClearanceM);
    }

    public StrideTiming Timing { get; }

    public FootPlacement Start => _plan.Start;

    public FootPlacement End => _plan.End;

    public MovementPlan Plan => _plan;

    public BodyMotion At(double t)
    {
        Jet pitch = _pitch.At(t), yaw = Yaw(t);
        Jet heading = Heading(t) + yaw;
        return new(Origin(t, pitch, yaw, heading), heading, pitch, RollAt(t));
    }

    /// <summary>Height of the sole's lowest point above the ground, m.</summary>
    public double SoleClearanceM(double t)
    {
        BodyMotion m = At(t);
        return m.OriginM.Z.V - _sole.Height(m.Pitch).V - Ground(t);
    }

    private JetVector Origin(double t, in Jet pitch, in Jet yaw, in Jet heading) =>
        t < Timing.TerminalContactS ? Release(t, pitch, yaw)
        : t < Timing.InitialContactS ? Swing(t) - Forefoot(pitch, heading)
        : Landing(t, pitch, yaw);

    private JetVector Release(double t, in Jet pitch, in Jet yaw)
    {
        JetVector rolled = Rolled(_plan.Start, pitch) - _releasePivot;
        Jet gained = _plan.ReleaseSpeedMps * Shape.SpeedUp(t, Math.Max(Timing.ReleaseS, Timing.TerminalContactS - BendS), Timing.TerminalContactS + BendS);
        return _releasePivot + rolled.Turned(yaw) + Along(gained);
    }

    private JetVector Swing(double t)
    {
        (double tc, double ic) = (Timing.TerminalContactS, Timing.InitialContactS);
        Jet outward = _side * _plan.CircumductionM * Shape.Hill(t, tc, ic);
        double heading = (_plan.Start.HeadingRad + _plan.End.HeadingRad) / 2;
        // Evens out the speed: a single polynomial is too fast in mid-swing.
        Jet early = EvenSpeed * (0.5 - new Jet((t - tc) / (ic - tc), 1 / (ic - tc))) * Shape.Hill(t, tc, ic);
        return new(
            _x.At(t) + (_way.X * early) - (Math.Sin(heading) * outward),
            _y.At(t) + (_way.Y * early) + (Math.Cos(heading) * outward),
            LiftedZ(t));
    }

    /// <summary>
    /// From O to the forefoot, world frame. In the air it is the forefoot that moves smoothly: in the recordings the sensor's readings jump,
    /// where the push-off ends, as those of a point well behind the smooth one.
    /// </summary>
    private static JetVector Forefoot(in Jet pitch, in Jet heading)
    {
        Jet flat = ForefootM * Jet.Cos(pitch);
        return new(Jet.Cos(heading) * flat, Jet.Sin(heading) * flat, -ForefootM * Jet.Sin(pitch));
    }

    private JetVector Landing(double t, in Jet pitch, in Jet yaw)
    {
        double ic = Timing.InitialContactS;
        JetVector rolled = Rolled(_plan.End, pitch) - _landingPivot;
        Jet left = _plan.LandingSpeedMps * Shape.BrakeToRest(t, ic - BrakeS, ic + Math.Min(BrakeS, _loadS));
        Jet since = new(t - ic, 1);
        Jet pressed = -_plan.LandingDropMps * since * (1 - Shape.Step(t, ic, ic + Math.Min(ReboundS, _loadS)));
        double ringW = 2 * Math.PI * RingHz, sideW = 2 * Math.PI * SideRingHz, knockW = 2 * Math.PI * KnockHz;
        Jet fading = Fading(t);
        Jet ring = _plan.RingingMps2 / (ringW * ringW) * fading * Jet.Sin(ringW * since);
        Jet knock = 3 * _plan.RingingMps2 / (knockW * knockW) * Shape.Hill(t, ic, ic + Math.Min(KnockS, _loadS)) * Jet.Sin(knockW * since);
        Jet sideRing = _side * 0.4 * _plan.RingingMps2 / (sideW * sideW) * fading * Jet.Sin(sideW * since);
        (double s, double c) = Math.SinCos(_plan.End.HeadingRad);
        JetVector shake = new((c * ring) - (s * sideRing), (s * ring) + (c * sideRing), pressed - (0.5 * ring) - knock);
        return _landingPivot + rolled.Turned(yaw) + Along(left) + shake;
    }

    /// <summary>The origin of a foot that rolls from its rest along its own heading.</summary>
    private JetVector Rolled(in FootPlacement rest, in Jet pitch)
    {
        Jet way = _sole.Roll(pitch);
        (double s, double c) = Math.SinCos(rest.HeadingRad);
        return new(rest.PositionM.X + (c * way), rest.PositionM.Y + (s * way), rest.PositionM.Z + _sole.Height(pitch));
    }

    private JetVector Pivot(in FootPlacement rest, double pitch)
    {
        double ahead = _sole.Roll(pitch).V + _sole.ContactAhead(pitch);
        (double s, double c) = Math.SinCos(rest.HeadingRad);
        return rest.PositionM + new Vector3D(c * ahead, s * ahead, 0);
    }

    private JetVector Along(in Jet way) => new(_alongWay.X * way, _alongWay.Y * way, 0);

    /// <summary>The heel's turning inward and back, on top of the change of heading.</summary>
    private Jet Yaw(double t) => _side * _plan.YawRad * Shape.Hill(t, _yawStart, _yawEnd);

    private Jet Heading(double t) =>
        _plan.Start.HeadingRad
        + ((_plan.End.HeadingRad - _plan.Start.HeadingRad) * Shape.Step(t, Timing.TerminalContactS, Timing.InitialContactS));

    private Jet RollAt(double t)
    {
        (double tc, double ic) = (Timing.TerminalContactS, Timing.InitialContactS);
        double swing = ic - tc, w = 2 * Math.PI * SideRingHz;
        Jet shake = -_side * _plan.RingingMps2 * RingRollPerMps / w * Fading(t) * Jet.Sin(new Jet(w * (t - ic), w));
        Jet outward = Shape.Hill(t, Math.Max(tc - (0.2 * swing), Timing.ReleaseS), ic - (0.1 * swing));
        Jet inward = Shape.Hill(t, ic - (0.45 * swing), Timing.FlatS);
        return (_side * _plan.RollRad * (outward - inward)) + shake;
    }

    /// <summary>How much of the ringing there is: up quickly after landing, then gone before the foot is flat.</summary>
    private Jet Fading(double t)
    {
        double ic = Timing.InitialContactS, top = ic + Math.Min(RingStartS, _loadS / 2), end = ic + Math.Min(RingS, _loadS);
        return t <= ic ? 0 : Shape.Step(t, ic, top) * (1 - Shape.Step(t, top, end));
    }

    private double Ground(double t)
    {
        (double tc, double swing) = (Timing.TerminalContactS, Timing.InitialContactS - Timing.TerminalContactS);
        double from = _plan.Start.PositionM.Z, rise = _plan.End.PositionM.Z - from;
        if (rise == 0) return from;
        // A riser is crossed early on the way up and late on the way down.
        return from + (rise * (rise > 0 ? Shape.Step(t, tc + (0.20 * swing), tc + (0.7 * swing)) : Shape.Step(t, tc + (0.5 * swing), tc + (0.9 * swing))).V);
    }

    /// <summary>
    /// The least hills that keep the sole above the ground: the middle one by the clearance asked for, then an early and a late one where
    /// the sole would still touch on its way. Next to the contacts a millimetre of touch is let be: shoes bend.
    /// </summary>
    private Hill[] Hills(double clearanceM)
    {
        (double tc, double ic) = (Timing.TerminalContactS, Timing.InitialContactS);
        double swing = ic - tc;
        Hill[] hills =
        [
            new(tc, ic, 0),
            new(tc, tc + (0.6 * swing), 0),
            new(ic - (0.6 * swing), ic, 0),
        ];
        ReadOnlySpan<(double From, double To)> spans = [(0.25, 0.75), (0.03, 0.3), (0.7, 0.97)];
        const int Steps = 120;
        double[] free = new double[Steps];
        for (int i = 1; i < Steps; i++)
        {
            double t = tc + (swing * i / Steps);
            Jet pitch = _pitch.At(t);
            free[i] = _z.At(t).V - Forefoot(pitch, 0).Z.V - _sole.Height(pitch).V - Ground(t);
        }

        for (int h = 0; h < hills.Length; h++)
        {
            double height = h == 0 ? double.NegativeInfinity : 0;
            int from = (int)Math.Ceiling(spans[h].From * Steps), to = (int)(spans[h].To * Steps);
            for (int i = from; i <= to; i++)
            {
                double s = (double)i / Steps, near = Shape.Step(s, 0.05, 0.35).V * (1 - Shape.Step(s, 0.65, 0.95).V);
                double wanted = (clearanceM * near) - (0.001 * (1 - near));
                height = Math.Max(height, (wanted - free[i]) / Shape.Hill(tc + (s * swing), hills[h].StartS, hills[h].EndS).V);
            }

            hills[h] = hills[h] with { HeightM = height };
            for (int i = 1; i < Steps; i++) free[i] += height * Shape.Hill(tc + (swing * i / Steps), hills[h].StartS, hills[h].EndS).V;
        }

        return hills;
    }

    private Jet LiftedZ(double t)
    {
        Jet z = _z.At(t);
        foreach (Hill hill in _hills) z += hill.HeightM * Shape.Hill(t, hill.StartS, hill.EndS);
        return z;
    }

    private readonly record struct Hill(double StartS, double EndS, double HeightM);
}
