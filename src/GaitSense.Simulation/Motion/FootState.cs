using GaitSense.Core;

namespace GaitSense.Simulation.Motion;

/// <summary>Exactly where a foot's sensor is and how it moves. World frame: X where the walk first headed, Y left, Z up, origin between the feet.</summary>
/// <param name="TimeS">Time on the walk's clock, s.</param>
/// <param name="PositionM">Position of the sensor, world frame, m.</param>
/// <param name="VelocityMps">Velocity of the sensor, world frame, m/s.</param>
/// <param name="AccelerationMps2">Acceleration of the sensor, world frame, m/s² (without gravity).</param>
/// <param name="Axes">The foot's axes in the world frame.</param>
/// <param name="AngularRateRadPerS">Angular rate, foot frame, rad/s.</param>
/// <param name="HeadingRad">Heading of the toe, rad, left positive.</param>
/// <param name="AngleRad">Sagittal foot angle, rad, toe up positive, 0 at foot flat.</param>
/// <param name="RollRad">Tilt about the foot's long axis, rad, toward the right positive.</param>
public readonly record struct FootState(
    double TimeS,
    Vector3D PositionM,
    Vector3D VelocityMps,
    Vector3D AccelerationMps2,
    MountingAxes Axes,
    Vector3D AngularRateRadPerS,
    double HeadingRad,
    double AngleRad,
    double RollRad)
{
    /// <summary>Standard gravity, m/s².</summary>
    public const double GravityMps2 = 9.80665;

    /// <summary>What an ideal accelerometer with the foot's axes reads, m/s²: at rest +9.81 on Z.</summary>
    public Vector3D SpecificForceMps2
    {
        get
        {
            Vector3D f = AccelerationMps2 + new Vector3D(0, 0, GravityMps2);
            return new(Vector3D.Dot(Axes.Forward, f), Vector3D.Dot(Axes.Left, f), Vector3D.Dot(Axes.Up, f));
        }
    }
}
