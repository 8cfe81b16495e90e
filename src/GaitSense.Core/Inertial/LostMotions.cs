using System.Runtime.CompilerServices;

namespace GaitSense.Core;

/// <summary>
/// Lost movement by sensor and sense: what accelerometer and gyroscope could not read beyond the positive ends of their axes and toward the
/// negative ones. Apart, because how much was lost is only known to lie between nothing and the most there was room for: pushing off and
/// braking, one lost wholly and the other not at all, must not cancel.
/// </summary>
[InlineArray(Count)]
internal struct LostMotions
{
    public const int Count = 4;

    private LostMotion _element0;

    /// <summary>Error of each one up to now.</summary>
    public readonly LostPlaces Places
    {
        get
        {
            LostPlaces places = default;
            for (int i = 0; i < Count; i++) places[i] = this[i].Place;
            return places;
        }
    }

    /// <summary>Velocity was lost, sensor frame, m/s.</summary>
    public void LoseVelocity(in Vector3D mps, in Matrix3 rotation, double agoS)
    {
        Vector3D up = Positive(in mps), down = mps - up;
        if (up != default) this[0].Add(rotation.Multiply(up), default, agoS);
        if (down != default) this[1].Add(rotation.Multiply(down), default, agoS);
    }

    /// <summary>Rotation was lost, sensor frame, rad.</summary>
    public void LoseAngle(in Vector3D rad, in Matrix3 rotation, double agoS)
    {
        Vector3D up = Positive(in rad), down = rad - up;
        if (up != default) this[2].Add(default, rotation.Multiply(up), agoS);
        if (down != default) this[3].Add(default, rotation.Multiply(down), agoS);
    }

    /// <summary>One sample interval.</summary>
    public void Advance(in Matrix3 rotation, in Vector3D walkForceMps2, double dt)
    {
        for (int i = 0; i < Count; i++)
        {
            if (this[i].IsAny) this[i].Advance(in rotation, in walkForceMps2, dt);
        }
    }

    /// <summary>A velocity or a bias is about to be measured with this covariance.</summary>
    public void Measure(in ErrorCovariance covariance, int block, double variance)
    {
        Span<double> correction = stackalloc double[ErrorCovariance.Stride];
        for (int i = 0; i < Count; i++)
        {
            ref LostMotion lost = ref this[i];
            if (!lost.IsAny) continue;
            // The filter's own answer is linear in what it is told; the copy keeps its covariance for the measurement itself.
            ErrorCovariance copy = covariance;
            Vector3D innovation = block == ErrorCovariance.Velocity ? lost.VelocityMps : lost.GyroBiasRadPerS;
            copy.Measure(block, in innovation, variance, correction, ErrorCovariance.IsSinglyHere);
            lost.Find(correction);
        }
    }

    /// <summary>A stride may begin here.</summary>
    public void SetReference()
    {
        for (int i = 0; i < Count; i++) this[i].SetReference();
    }

    private static Vector3D Positive(in Vector3D v) => new(Math.Max(0, v.X), Math.Max(0, v.Y), Math.Max(0, v.Z));
}
