namespace GaitSense.Core;

/// <summary>One IMU reading in the sensor frame (axes as the chip has them), SI units.</summary>
/// <param name="Time">When the sensor took the reading, on the sensor's own clock.</param>
/// <param name="AccelMps2">Specific force, m/s²; at rest it reads +9.8 upward; usual range ±157 m/s² (16 g).</param>
/// <param name="GyroRadPerS">Angular rate, rad/s; usual range ±34.9 rad/s (2000 °/s).</param>
/// <param name="Clipped">What the source declares to be at the end of its range; none for sources that say nothing, such as files.</param>
/// <remarks>A reading with a component that is not finite counts as not received: it is part of a gap.</remarks>
public readonly record struct ImuSample(DeviceTime Time, Vector3D AccelMps2, Vector3D GyroRadPerS, Clipping Clipped = Clipping.None)
{
    /// <summary>The reading in a line: "12.340000 s: acceleration (0.12, -0.30, 9.79) m/s², rotation (0.01, 0.00, -0.02) rad/s".</summary>
    public override string ToString() => Print.Line($"{Time}: acceleration {AccelMps2} m/s², rotation {GyroRadPerS} rad/s{(Clipped == Clipping.None ? "" : ", at the end of a range")}");
}
