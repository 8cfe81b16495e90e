namespace GaitSense.Core;

/// <summary>One IMU reading in the foot frame: X forward (toe), Y to the wearer's left, Z up, the same for both feet; SI units.</summary>
/// <param name="Time">When the sensor took the reading, on the sensor's own clock.</param>
/// <param name="AccelMps2">Specific force, m/s².</param>
/// <param name="GyroRadPerS">Angular rate, rad/s; plantarflexion (heel rises, toe sinks) is positive about Y.</param>
public readonly record struct FootSample(DeviceTime Time, Vector3D AccelMps2, Vector3D GyroRadPerS);
