using GaitSense.Core;
using GaitSense.Simulation.Motion;

namespace GaitSense.Simulation.Sensor;

/// <summary>
/// What reaches a sensor that is not one with the foot. A soft mounting is a damped spring between them: it passes slow motion, rings at its
/// own frequency when the foot lands, and rocks a little as it gives way. A slip turns the sensor on the foot for good.
/// </summary>
internal sealed class SoftMount
{
    private const double MaxStepS = 0.0005, SettleS = 0.5;

    private readonly FootTrajectory _trajectory;
    private readonly double _naturalRadPerS, _damping, _rockRadPerM;
    private readonly double _slipFromS, _slipToS, _slipRad;
    private readonly Vector3D _slipAxis;
    private Vector3D _bentM, _bendingMps;
    private double _now;

    public SoftMount(FootTrajectory trajectory, ImuErrorModel model, double fromS)
    {
        _trajectory = trajectory;
        _naturalRadPerS = 2 * Math.PI * model.SoftMountHz;
        _damping = model.SoftMountDamping;
        _rockRadPerM = model.SoftMountRockRadPerM;
        (_slipFromS, _slipToS) = (model.SlipAtS, model.SlipAtS + model.SlipOverS);
        bool slips = model.SlipFoot is null || model.SlipFoot == trajectory.Foot;
        Vector3D slip = trajectory.Foot == Foot.Left ? model.SlipRad : new(-model.SlipRad.X, model.SlipRad.Y, -model.SlipRad.Z);
        _slipRad = slips ? slip.Length : 0;
        _slipAxis = _slipRad == 0 ? default : slip.Normalized();
        _now = fromS - SettleS;
        if (IsSoft) _bentM = trajectory.At(_now).SpecificForceMps2 * (-1 / (_naturalRadPerS * _naturalRadPerS));
    }

    private bool IsSoft => _naturalRadPerS > 0;

    /// <summary>Specific force and angular rate of the sensor, in the axes of its mounting before any slip; times must not run backward by more than the settling time.</summary>
    public (Vector3D Force, Vector3D Rate) At(double timeS)
    {
        (Vector3D force, Vector3D rate) = IsSoft ? Soft(timeS) : Stiff(timeS);
        return _slipRad == 0 ? (force, rate) : Slipped(timeS, force, rate);
    }

    private (Vector3D Force, Vector3D Rate) Stiff(double timeS)
    {
        FootState state = _trajectory.At(timeS);
        return (state.SpecificForceMps2, state.AngularRateRadPerS);
    }

    private (Vector3D Force, Vector3D Rate) Soft(double timeS)
    {
        int steps = (int)Math.Ceiling((timeS - _now) / MaxStepS);
        double h = steps > 0 ? (timeS - _now) / steps : 0;
        for (int i = 0; i < steps; i++)
        {
            // Half a kick, a drift, half a kick: it neither gains nor loses energy of its own.
            Vector3D foot = _trajectory.At(_now + ((i + 0.5) * h)).SpecificForceMps2;
            _bendingMps += (Spring() - foot) * (h / 2);
            _bentM += _bendingMps * h;
            _bendingMps += (Spring() - foot) * (h / 2);
        }

        _now = Math.Max(_now, timeS);
        // The sensor is carried by the spring alone, so the spring's force is what it feels. It rocks toward where it gives way.
        Vector3D rocked = new(-_bentM.Y * _rockRadPerM, _bentM.X * _rockRadPerM, 0), rocking = new(-_bendingMps.Y * _rockRadPerM, _bendingMps.X * _rockRadPerM, 0);
        Vector3D felt = Spring(), rate = _trajectory.At(timeS).AngularRateRadPerS;
        double angle = rocked.Length;
        if (angle < 1e-12) return (felt, rate + rocking);
        Vector3D axis = rocked.Normalized();
        return (Seen(felt, axis, angle), Seen(rate, axis, angle) + rocking);
    }

    private Vector3D Spring() => (_bentM * -(_naturalRadPerS * _naturalRadPerS)) - (_bendingMps * (2 * _damping * _naturalRadPerS));

    private (Vector3D Force, Vector3D Rate) Slipped(double timeS, in Vector3D force, in Vector3D rate)
    {
        Jet share = Shape.Step(timeS, _slipFromS, _slipToS);
        double angle = share.V * _slipRad;
        return (Seen(force, _slipAxis, angle), Seen(rate, _slipAxis, angle) + (_slipAxis * (share.D1 * _slipRad)));
    }

    /// <summary>A vector as seen from axes turned by <paramref name="angleRad"/> about <paramref name="axis"/>.</summary>
    private static Vector3D Seen(in Vector3D v, in Vector3D axis, double angleRad)
    {
        (double s, double c) = Math.SinCos(-angleRad);
        return (v * c) + (Vector3D.Cross(axis, v) * s) + (axis * (Vector3D.Dot(axis, v) * (1 - c)));
    }
}
