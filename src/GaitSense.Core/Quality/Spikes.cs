namespace GaitSense.Core;

/// <summary>Single bad readings of either sensor, found one sample later and taken back.</summary>
internal struct Spikes
{
    // Smaller ones hardly move a foot; and the slap of a dropped foot, 30 m/s² within one sample, must stay.
    private const double MinRadPerS = 1, MinMps2 = 40;

    private Spike _gyro;
    private Spike _accel;

    /// <summary>
    /// Takes a sample. What a bad reading before it put into the interval before is taken out of the means over the interval up to this one, and its half of this one, too.
    /// </summary>
    public void Push(in ImuSample sample, double accelScale, ref Vector3D gyro, ref Vector3D accel)
    {
        Vector3D turn = _gyro.Off(sample.GyroRadPerS), force = _accel.Off(sample.AccelMps2);
        bool isTurnSmooth = turn.Length < MinRadPerS, isForceSmooth = force.Length < MinMps2;
        if (_gyro.Push(sample.GyroRadPerS, in turn, MinRadPerS, isForceSmooth)) gyro -= turn;
        if (_accel.Push(sample.AccelMps2, in force, MinMps2, isTurnSmooth)) accel -= force * accelScale;
    }
}
