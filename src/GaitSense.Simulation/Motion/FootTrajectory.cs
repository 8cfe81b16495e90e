using GaitSense.Core;
using GaitSense.Simulation.Plan;

namespace GaitSense.Simulation.Motion;

/// <summary>The motion of one foot over a whole walk: rests on the ground joined by movements. Any instant can be asked for.</summary>
public sealed class FootTrajectory
{
    private readonly FootPlacement _start;
    private readonly MovementPlan[] _movements;
    private readonly double[] _releaseS;
    private readonly FootFidget[] _fidgets;
    private readonly double[] _fidgetFromS;
    private readonly Knock[] _knocks;
    private readonly double[] _knockS;
    private readonly Sole _sole;
    private readonly Vector3D _sensorM;
    private Built? _built;

    internal FootTrajectory(Foot foot, FootGeometry geometry, Sole sole, FootPlan plan)
    {
        Foot = foot;
        _start = plan.Start;
        _sole = sole;
        _movements = [.. plan.Movements];
        _fidgets = [.. plan.Fidgets];
        _fidgetFromS = [.. _fidgets.Select(f => f.FromS)];
        _knocks = [.. plan.Knocks.OrderBy(k => k.AtS)];
        _knockS = [.. _knocks.Select(k => k.AtS)];
        _releaseS = [.. _movements.Select(m => m.Timing.ReleaseS)];
        _sensorM = foot == Foot.Left ? geometry.SensorM : geometry.SensorM with { Y = -geometry.SensorM.Y };
    }

    /// <summary>The foot.</summary>
    public Foot Foot { get; }

    internal IReadOnlyList<MovementPlan> Movements => _movements;

    /// <summary>The exact state at <paramref name="timeS"/>, s on the walk's clock; before the first and after the last movement the foot rests.</summary>
    public FootState At(double timeS)
    {
        BodyMotion m = Body(timeS);

        Jet cy = Jet.Cos(m.Heading), sy = Jet.Sin(m.Heading);
        Jet cp = Jet.Cos(m.Pitch), sp = Jet.Sin(m.Pitch);
        Jet cr = Jet.Cos(m.Roll), sr = Jet.Sin(m.Roll);
        JetVector forward = new(cy * cp, sy * cp, -sp);
        JetVector left = new((cy * sp * sr) - (sy * cr), (sy * sp * sr) + (cy * cr), cp * sr);
        JetVector up = new((cy * sp * cr) + (sy * sr), (sy * sp * cr) - (cy * sr), cp * cr);
        JetVector sensor = new(
            m.OriginM.X + (_sensorM.X * forward.X) + (_sensorM.Y * left.X) + (_sensorM.Z * up.X),
            m.OriginM.Y + (_sensorM.X * forward.Y) + (_sensorM.Y * left.Y) + (_sensorM.Z * up.Y),
            m.OriginM.Z + (_sensorM.X * forward.Z) + (_sensorM.Y * left.Z) + (_sensorM.Z * up.Z));
        Vector3D rate = new(
            m.Roll.D1 - (m.Heading.D1 * sp.V),
            (m.Pitch.D1 * cr.V) + (m.Heading.D1 * cp.V * sr.V),
            (m.Heading.D1 * cp.V * cr.V) - (m.Pitch.D1 * sr.V));
        return new FootState(
            timeS,
            sensor.Value,
            sensor.Velocity,
            sensor.Acceleration,
            new MountingAxes(forward.Value, left.Value, up.Value),
            rate,
            m.Heading.V,
            -m.Pitch.V,
            m.Roll.V);
    }

    /// <summary>What an ideal IMU with the foot's axes reads at <paramref name="timeS"/>: no error, no rounding.</summary>
    public FootSample IdealSample(double timeS)
    {
        FootState state = At(timeS);
        return new(DeviceTime.FromSeconds(timeS), state.SpecificForceMps2, state.AngularRateRadPerS);
    }

    /// <summary>Height of the sole's lowest point above the ground at <paramref name="timeS"/>, m; 0 in stance, apart from millimetres while the shoe brakes.</summary>
    public double SoleClearanceM(double timeS) => IsMoving(timeS, out int i) ? Movement(i).SoleClearanceM(timeS) : 0;

    private BodyMotion Body(double timeS)
    {
        bool moving = IsMoving(timeS, out int last);
        FootPlacement rest = last < 0 ? _start : _movements[last].End;
        int f = moving ? -1 : LastAt(_fidgetFromS, timeS);
        BodyMotion m = moving ? Movement(last).At(timeS)
            : f >= 0 && timeS < _fidgets[f].ToS ? _fidgets[f].At(timeS, _sole)
            : new(rest.PositionM, rest.HeadingRad, 0, 0);
        for (int i = LastAt(_knockS, timeS); i >= 0 && timeS < _knockS[i] + Knock.MaxDurationS; i--) m = m with { OriginM = m.OriginM + _knocks[i].At(timeS) };
        return m;
    }

    // One movement's curves take kilobytes, and hours of walking have tens of thousands: the one that was asked for last is kept.
    private FootMovement Movement(int index)
    {
        Built? built = _built;
        if (built?.Index != index) _built = built = new Built(index, new FootMovement(_movements[index], _sole));
        return built.Movement;
    }

    private bool IsMoving(double timeS, out int last)
    {
        last = LastAt(_releaseS, timeS);
        return last >= 0 && timeS < _movements[last].Timing.FlatS;
    }

    private static int LastAt(double[] fromS, double timeS)
    {
        int i = Array.BinarySearch(fromS, timeS);
        return i < 0 ? ~i - 1 : i;
    }

    private sealed record Built(int Index, FootMovement Movement);
}
