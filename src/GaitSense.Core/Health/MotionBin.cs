namespace GaitSense.Core;

/// <summary>Mean readings of about 10 ms. Single precision: they are integrated over a swing only.</summary>
internal struct MotionBin
{
    public float Dt, Ax, Ay, Az, Wx, Wy, Wz;

    // How much moved over the 40 ms before: 0 is rest, 1 a swing.
    public float Motion;

    public readonly Vector3D Accel => new(Ax, Ay, Az);

    public readonly Vector3D Gyro => new(Wx, Wy, Wz);
}
