using GaitSense.Core;

namespace GaitSense.Devices;

/// <summary>One reading in SI units and the sensor frame, its time not yet known.</summary>
/// <param name="AccelMps2">Specific force, m/s².</param>
/// <param name="GyroRadPerS">Angular rate, rad/s.</param>
internal readonly record struct SensorReading(Vector3D AccelMps2, Vector3D GyroRadPerS);
