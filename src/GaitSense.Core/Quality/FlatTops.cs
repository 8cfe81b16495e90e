namespace GaitSense.Core;

/// <summary>The flat tops of one sensor's accelerometer and gyroscope; each one's possible loss is passed to the filter.</summary>
internal struct FlatTops
{
    private FlatTop _accel;
    private FlatTop _gyro;

    /// <summary>The first sample, or the first after a gap.</summary>
    public void Start(in ImuSample sample)
    {
        _accel.Start(sample.AccelMps2);
        _gyro.Start(sample.GyroRadPerS);
    }

    /// <summary>A sample that the filter has just integrated.</summary>
    /// <param name="sample">The reading.</param>
    /// <param name="clipped">Which sensors were at their ends.</param>
    /// <param name="dt">Seconds since the one before.</param>
    /// <param name="accelScale">What the filter multiplies accelerations by.</param>
    /// <param name="filter">The filter, which takes in what was lost.</param>
    public void Push(in ImuSample sample, Clipping clipped, double dt, double accelScale, ErrorStateFilter filter)
    {
        if (_accel.TryPush(sample.AccelMps2, (clipped & Clipping.Accel) != Clipping.None, dt, out Vector3D velocity, out double agoS))
            filter.LoseVelocity(velocity * accelScale, agoS);
        if (_gyro.TryPush(sample.GyroRadPerS, (clipped & Clipping.Gyro) != Clipping.None, dt, out Vector3D angle, out agoS))
            filter.LoseAngle(in angle, agoS);
    }
}
