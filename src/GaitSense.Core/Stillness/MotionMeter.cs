namespace GaitSense.Core;

/// <summary>
/// How much a sensor moves just now, from a short fading memory of its own readings: mean square angular rate, and how far the specific
/// force strays from its own short mean. Needs no attitude, so it works from the first sample.
/// </summary>
internal sealed class MotionMeter
{
    // Long enough to bridge single noisy samples at 50 Hz, short enough to see the 80 ms of rest in a brisk stance.
    private const double MemoryS = 0.025;

    // The mean that judges a long rest: 0.4 s.
    private const double RestMemoryS = 16 * MemoryS;

    private State _s;

    public State Snapshot
    {
        get => _s;
        set => _s = value;
    }

    /// <summary>Root mean square of the angular rate less bias, rad/s.</summary>
    public double RateRms => Math.Sqrt(_s.RateSquare);

    /// <summary>Root mean square of the specific force about its short mean, m/s².</summary>
    public double ForceSpreadMps2 => Math.Sqrt(_s.ForceVariance);

    /// <summary>
    /// Root mean square of the short mean of the specific force about its own short mean, m/s²: what of the spread is slow enough to move the foot. At the
    /// 45 Hz of a treadmill's hum or a ringing shoe 2 m/s² move it by 7 mm/s.
    /// </summary>
    public double SlowForceSpreadMps2 => Math.Sqrt(_s.SlowVariance);

    /// <summary>How far the last specific force was from its short mean, m/s².</summary>
    public double ForceJumpMps2 => _s.ForceJump;

    /// <summary>Short mean of the specific force, sensor frame, m/s².</summary>
    public Vector3D MeanForceMps2 => _s.MeanForce;

    /// <summary>Mean angular rate over about 0.4 s, and at most since the present rest began, sensor frame, rad/s.</summary>
    public Vector3D RestGyroRadPerS => _s.RestGyro;

    /// <summary>Mean specific force over about 0.4 s, and at most since the present rest began, sensor frame, m/s².</summary>
    public Vector3D RestForceMps2 => _s.RestForce;

    /// <summary>Mean specific force over about 0.4 s, moving or not, sensor frame, m/s².</summary>
    public Vector3D LongForceMps2 => _s.LongForce;

    /// <summary>How far the short mean of the specific force is from the long one, m/s².</summary>
    public double ForceDriftMps2 => (_s.MeanForce - _s.RestForce).Length;

    public void Reset() => _s = default;

    /// <summary>
    /// The long means begin anew: what the sensor read before its first rest (a swing, or what a logger writes before the sensor has settled) has no
    /// part in what the rest tells.
    /// </summary>
    public void BeginRest()
    {
        _s.RestForce = _s.MeanForce;
        _s.RestGyro = _s.Gyro;
        _s.RestForS = MemoryS;
    }

    public void Push(in Vector3D gyroRadPerS, in Vector3D gyroBiasRadPerS, in Vector3D accelMps2, double dt)
    {
        if (!_s.HasValue)
        {
            _s = new State { HasValue = true, MeanForce = accelMps2, SmoothForce = accelMps2, RestForce = accelMps2, LongForce = accelMps2, RestGyro = gyroRadPerS, RestForS = MemoryS, ForceVariance = 1, SlowVariance = 1, RateSquare = 1 };
        }

        // The short memory is a sixteenth of the long one, so its fading is the other's to the sixteenth power: one exponential for two.
        double fade = Fading.Of(dt * (1 / RestMemoryS)), square = fade * fade, fourth = square * square, eighth = fourth * fourth;
        double k = 1 - (eighth * eighth);
        _s.Gyro = gyroRadPerS;
        _s.RestForS += dt;
        // A plain mean, until it is as long as the memory.
        double rest = Math.Max(1 - fade, dt / _s.RestForS);
        _s.RateSquare += k * ((gyroRadPerS - gyroBiasRadPerS).LengthSquared - _s.RateSquare);
        Vector3D deviation = accelMps2 - _s.MeanForce;
        _s.MeanForce += deviation * k;
        double away = deviation.LengthSquared;
        _s.ForceJump = Math.Sqrt(away);
        _s.ForceVariance += k * (away - _s.ForceVariance);
        Vector3D slow = _s.MeanForce - _s.SmoothForce;
        _s.SmoothForce += slow * k;
        _s.SlowVariance += k * (slow.LengthSquared - _s.SlowVariance);
        _s.LongForce += (accelMps2 - _s.LongForce) * (1 - fade);
        _s.RestForce += (accelMps2 - _s.RestForce) * rest;
        _s.RestGyro += (gyroRadPerS - _s.RestGyro) * rest;
    }

    public struct State
    {
        public bool HasValue;
        public double RateSquare;
        public Vector3D MeanForce;
        public double ForceVariance;
        public Vector3D SmoothForce;
        public double SlowVariance;
        public double ForceJump;
        public Vector3D LongForce;
        public Vector3D RestForce;
        public Vector3D RestGyro;
        public double RestForS;
        public Vector3D Gyro;
    }
}
