using GaitSense.Core;
using GaitSense.Simulation.Motion;

namespace GaitSense.Simulation.Tests;

/// <summary>Plain strapdown integration of an ideal IMU, as a check from outside: it knows nothing of how the motion was made.</summary>
internal static class Inertial
{
    /// <summary>Starts at the true state at <paramref name="fromS"/> and returns the position reached at <paramref name="toS"/>.</summary>
    public static Vector3D Integrate(FootTrajectory foot, double fromS, double toS, double stepS)
    {
        FootState start = foot.At(fromS);
        (Vector3D x, Vector3D y, Vector3D z) = (start.Axes.Forward, start.Axes.Left, start.Axes.Up);
        Vector3D position = start.PositionM, velocity = start.VelocityMps;
        int n = (int)Math.Ceiling((toS - fromS) / stepS);
        double h = (toS - fromS) / n;
        for (int i = 0; i < n; i++)
        {
            // Midpoint rule: half a turn, the force there, the other half.
            FootSample middle = foot.IdealSample(fromS + ((i + 0.5) * h));
            Turn(middle.GyroRadPerS, h / 2);
            Vector3D f = middle.AccelMps2;
            Vector3D acceleration = (x * f.X) + (y * f.Y) + (z * f.Z) - new Vector3D(0, 0, FootState.GravityMps2);
            Turn(middle.GyroRadPerS, h / 2);
            position += (velocity * h) + (acceleration * (0.5 * h * h));
            velocity += acceleration * h;
        }

        return position;

        void Turn(Vector3D rate, double dt)
        {
            double angle = rate.Length * dt;
            if (angle == 0) return;
            Vector3D axis = rate.Normalized();
            Vector3D world = (x * axis.X) + (y * axis.Y) + (z * axis.Z);
            (double s, double c) = Math.SinCos(angle);
            x = About(x);
            y = About(y);
            z = About(z);
            Vector3D About(Vector3D v) => (v * c) + (Vector3D.Cross(world, v) * s) + (world * (Vector3D.Dot(world, v) * (1 - c)));
        }
    }
}
