namespace GaitSense.Core;

/// <summary>
/// How the sensor sits on the foot. Up is gravity while the foot stands still. The sagittal axis is the declared one turned upright, or,
/// undeclared, the horizontal axis about which the foot rotates most. Its sign (which way is forward) comes from the declaration or from
/// evidence: a foot leaves the ground more tilted than it lands when it walks toward its toe, and the other way round going backward
/// (Winter et al. 1989: backward walking is close to forward walking reversed in time).
/// </summary>
internal sealed class MountingTracker(MountingAxes? declared)
{
    // Half of what was learned fades over this much rotation: about ten strides.
    private const double MemoryS = 8;
    private const double TurningRadPerS = 1;
    private const double SlipRad = 0.21;
    private const double NamingConfidence = 0.95;

    private readonly MountingAxes? _declared = declared;
    private State _s = InitialState(declared);

    public State Snapshot
    {
        get => _s;
        set => _s = value;
    }

    public bool IsDeclared => _declared is not null;

    public bool HasUp => _s.HasUp;

    /// <summary>Up while flat, sensor frame.</summary>
    public Vector3D Up => _s.Up;

    /// <summary>Axis of the sagittal rotation, sensor frame; its sign is arbitrary until <see cref="ForwardSign"/> is known.</summary>
    public Vector3D Axis => _s.Axis;

    /// <summary>+1 when <see cref="Axis"/> points to the wearer's left, -1 when to the right, as far as known.</summary>
    public int ForwardSign => _s.Evidence >= 0 ? 1 : -1;

    /// <summary>0.5 to 1.</summary>
    public double ForwardConfidence => IsDeclared ? 1 : 1 / (1 + Math.Exp(-Math.Abs(_s.Evidence)));

    /// <summary>Whether there is enough agreement about which way is forward to name a direction.</summary>
    public bool KnowsForward => ForwardConfidence >= NamingConfidence;

    /// <summary>Toe direction at right angles to up, for <see cref="ForwardSign"/> = +1, sensor frame.</summary>
    public Vector3D AxisForward => Vector3D.Cross(_s.Axis, _s.Up);

    public FootAxis FootAxis => new(AxisForward, ForwardSign);

    public MountingAxes Axes
    {
        get
        {
            Vector3D left = _s.Axis * ForwardSign;
            return new MountingAxes(Vector3D.Cross(left, _s.Up), left, _s.Up);
        }
    }

    public void Reset() => _s = InitialState(_declared);

    /// <summary>Gravity's direction with the foot flat, sensor frame, unit length. Returns true when the sensor has slipped.</summary>
    public bool ObserveUp(in Vector3D up)
    {
        bool slipped = false;
        if (!_s.HasRested)
        {
            _s.Up = up;
        }
        else
        {
            bool far = Vector3D.Dot(up, _s.Up) < Math.Cos(SlipRad);
            _s.FarRests = far ? _s.FarRests + 1 : 0;
            // One odd rest is a foot on a stone or a heel kept up; three in a row are a sensor that moved.
            slipped = _s.FarRests >= 3;
            if (slipped)
            {
                _s.Up = up;
                _s.FarRests = 0;
            }
            else if (!far)
            {
                _s.Up = (_s.Up + ((up - _s.Up) * 0.2)).Normalized();
            }
        }

        _s.HasUp = true;
        _s.HasRested = true;
        UprightAxis();
        return slipped;
    }

    /// <summary>A rough up, before the first rest.</summary>
    public void AssumeUp(in Vector3D up)
    {
        if (_s.HasRested) return;
        _s.Up = up;
        _s.HasUp = true;
        UprightAxis();
    }

    /// <summary>Learns the sagittal axis from the rotation of undeclared sensors.</summary>
    public void ObserveRate(in Vector3D gyroRadPerS, double dt)
    {
        if (IsDeclared || !_s.HasUp) return;
        Vector3D w = gyroRadPerS - (_s.Up * Vector3D.Dot(_s.Up, gyroRadPerS));
        double square = w.LengthSquared;
        if (square < (_s.Weight < 1 ? 0.09 : TurningRadPerS * TurningRadPerS)) return;
        double fade = Fading.Of(dt / MemoryS);
        _s.Weight = (_s.Weight * fade) + (square * dt);
        _s.Spread.Row0 = (_s.Spread.Row0 * fade) + (w * (w.X * dt));
        _s.Spread.Row1 = (_s.Spread.Row1 * fade) + (w * (w.Y * dt));
        _s.Spread.Row2 = (_s.Spread.Row2 * fade) + (w * (w.Z * dt));
        if (_s.Axis.LengthSquared < 0.5) _s.Axis = w.Normalized();
        // One power iteration per sample follows the principal axis; it never changes sign by itself.
        Vector3D next = _s.Spread.Multiply(_s.Axis);
        if (next.LengthSquared > 0) _s.Axis = next.Normalized();
        UprightAxis();
    }

    /// <summary>
    /// What one stride tells of the sign: foot tilt at release and at landing (rad), and whether it travelled along
    /// <see cref="AxisForward"/> (+1) or against it (-1). A first step, lifted rather than pushed off, tells less.
    /// </summary>
    public void ObserveStride(double releaseRad, double landingRad, int travelSign, bool isFirst)
    {
        if (IsDeclared) return;
        const double Smallest = 0.05;
        double ratio = Math.Log(Math.Max(Math.Abs(releaseRad), Smallest) / Math.Max(Math.Abs(landingRad), Smallest));
        const double PushedRad = 0.45;
        double weight = isFirst && Math.Max(Math.Abs(releaseRad), Math.Abs(landingRad)) < PushedRad ? 0.5 : 1.5;
        _s.Evidence = Math.Clamp(_s.Evidence + (weight * Math.Clamp(ratio, -1.5, 1.5) * travelSign), -12, 12);
    }

    private static State InitialState(MountingAxes? declared)
    {
        if (declared is not { } m) return default;
        return new State { HasUp = true, Up = m.Up, Axis = m.Left, Evidence = 12 };
    }

    private void UprightAxis()
    {
        Vector3D axis = _declared is { } m ? Vector3D.Cross(_s.Up, m.Forward) : _s.Axis;
        // A sensor worn with its declared forward straight up would leave nothing to project: keep the nominal left.
        if (_declared is { } n && axis.LengthSquared < 0.05) axis = n.Left;
        axis -= _s.Up * Vector3D.Dot(_s.Up, axis);
        if (axis.LengthSquared > 0) _s.Axis = axis.Normalized();
    }

    public struct State
    {
        public bool HasUp;
        public bool HasRested;
        public int FarRests;
        public Vector3D Up;
        public Vector3D Axis;
        public Matrix3 Spread;
        public double Weight;
        public double Evidence;
    }
}
