namespace GaitSense.Core;

/// <summary>
/// Which sensors of one reading were at the end of their range, so that the movement was at least as large as the readings, by an unknown amount
/// more. One mark for both who may say so: the sensor itself, which knows its converter, and <see cref="SampleGate"/>, which sees the signal.
/// </summary>
[Flags]
public enum Clipping : byte
{
    /// <summary>Neither sensor, as far as known.</summary>
    None = 0,

    /// <summary>The accelerometer, on one axis or more.</summary>
    Accel = 1,

    /// <summary>The gyroscope, on one axis or more.</summary>
    Gyro = 2,
}
