namespace GaitSense.Core;

/// <summary>
/// How the sensor sits on the foot. Up is gravity while the foot stands still. The sagittal axis is the declared one turned upright, or,
/// undeclared, the horizontal axis about which the foot rotates most. Its sign (which way is forward) is <see cref="ForwardTracker"/>'s.
/// </summary>
internal sealed class MountingTracker(MountingAxes? declared)
{
    // Half of what was learned fades over this much rotation: about ten strides.
    private const double MemoryS = 8;
    private const double TurningRadPerS = 1;
    private const double IterationS = 0.02;
    private const double SlipRad = 0.21;

    // A direction this far off the swing's own axis is a step sideways: the axis is known to 20 degrees or so, and people rarely go sideways.
    private const double SidewaysRad = Math.PI / 3;
    private const double MinTravelM = 0.3;
    private const int TravelMemory = 8;

    private readonly MountingAxes? _declared = declared;
    private State _s = InitialState(declared);

    public State Snapshot
    {
        get => _s with { Forward = Forward.Snapshot };
        set
        {
            _s = value;
            Forward.Snapshot = value.Forward;
        }
    }

    /// <summary>Which end of the foot is the toe.</summary>
    public ForwardTracker Forward { get; } = new(declared is not null);

    public bool IsDeclared => _declared is not null;

    public bool HasUp => _s.HasUp;

    /// <summary>Up while flat, sensor frame.</summary>
    public Vector3D Up => _s.Up;

    /// <summary>Axis of the sagittal rotation, sensor frame; its sign is arbitrary until <see cref="ForwardSign"/> is known.</summary>
    public Vector3D Axis => _s.Axis;

    /// <summary>+1 when <see cref="Axis"/> points to the wearer's left, -1 when to the right, as far as known.</summary>
    public int ForwardSign => Forward.Sign;

    /// <summary>Toe direction at right angles to up, for <see cref="ForwardSign"/> = +1, sensor frame.</summary>
    public Vector3D AxisForward => Vector3D.Cross(_s.Axis, _s.Up);

    /// <summary>The foot's long axis: at right angles to the swing's, turned to where straight strides go.</summary>
    public FootAxis FootAxis => new(Turned(AxisForward, _s.YawRad), ForwardSign);

    public MountingAxes Axes
    {
        get
        {
            Vector3D left = Turned(_s.Axis, _s.YawRad) * ForwardSign;
            return new MountingAxes(Vector3D.Cross(left, _s.Up), left, _s.Up);
        }
    }

    public void Reset()
    {
        _s = InitialState(_declared);
        Forward.Reset();
    }

    /// <summary>Gravity's direction with the foot flat, sensor frame, unit length. Returns true when the sensor has slipped.</summary>
    /// <param name="up">The direction.</param>
    /// <param name="isNewStance">Whether the foot has swung since it was told the last time: several rests of one stance say the same.</param>
    public bool ObserveUp(in Vector3D up, bool isNewStance)
    {
        bool slipped = false;
        if (!_s.HasRested)
        {
            _s.Up = up;
        }
        else
        {
            bool far = Vector3D.Dot(up, _s.Up) < Math.Cos(SlipRad);
            if (far && !isNewStance) return false;
            _s.FarRests = far ? _s.FarRests + 1 : 0;
            // One odd rest is a foot on a stone or a heel kept up; three in a row are a sensor that moved.
            slipped = _s.FarRests >= 3;
            if (slipped)
            {
                _s.Up = up;
                _s.FarRests = 0;
                Forward.MarkSlip();
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
        if (_s.Principal.LengthSquared < 0.5) _s.Principal = w.Normalized();
        // A power iteration every 20 ms follows the principal axis; it never changes sign by itself.
        _s.SinceIteration += dt;
        if (_s.SinceIteration < IterationS) return;
        _s.SinceIteration = 0;
        Vector3D next = _s.Spread.Multiply(_s.Principal);
        if (next.LengthSquared > 0) _s.Principal = next.Normalized();
        UprightAxis();
    }

    /// <summary>
    /// The way a straight stride went. A stiff leg swung around in a half circle turns the foot about other axes than the sagittal one; what
    /// it walks along still is its long axis, unless it walks sideways.
    /// </summary>
    public void ObserveTravel(in FootPath path)
    {
        if (IsDeclared || path.DistanceM < MinTravelM) return;
        double off = _s.YawRad + Math.Atan(path.LeftM / path.AlongM);
        if (!(Math.Abs(off) < SidewaysRad)) return;
        _s.Travels = Math.Min(_s.Travels + 1, TravelMemory);
        _s.YawRad += (off - _s.YawRad) / (_s.Travels + 1);
    }

    private static State InitialState(MountingAxes? declared)
    {
        if (declared is not { } m) return default;
        return new State { HasUp = true, Up = m.Up, Axis = m.Left };
    }

    private void UprightAxis()
    {
        Vector3D axis = _declared is { } m ? Vector3D.Cross(_s.Up, m.Forward) : _s.Principal;
        // A sensor worn with its declared forward straight up would leave nothing to project: keep the nominal left.
        if (_declared is { } n && axis.LengthSquared < 0.05) axis = n.Left;
        axis -= _s.Up * Vector3D.Dot(_s.Up, axis);
        if (axis.LengthSquared > 0) _s.Axis = axis.Normalized();
    }

    // About up, left positive.
    private Vector3D Turned(in Vector3D axis, double angleRad)
    {
        (double sin, double cos) = Math.SinCos(angleRad);
        return (axis * cos) + (Vector3D.Cross(_s.Up, axis) * sin);
    }

    public struct State
    {
        public bool HasUp;
        public bool HasRested;
        public int FarRests;
        public Vector3D Up;
        public Vector3D Principal;
        public double YawRad;
        public int Travels;
        public Vector3D Axis;
        public Matrix3 Spread;
        public double Weight;
        public double SinceIteration;
        public ForwardTracker.State Forward;
    }
}
