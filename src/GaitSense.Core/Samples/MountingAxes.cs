namespace GaitSense.Core;

/// <summary>How a sensor sits on its foot: the foot frame's axes as unit vectors in the sensor frame.</summary>
/// <param name="Forward">Toward the toe.</param>
/// <param name="Left">To the wearer's left.</param>
/// <param name="Up">Upward while the foot is flat.</param>
/// <remarks>
/// Declared axes are nominal: a shoe tilts a sensor by 17 to 51 degrees in the recordings at hand. They fix which way is forward;
/// gravity at rest decides what is up.
/// </remarks>
public readonly record struct MountingAxes(Vector3D Forward, Vector3D Left, Vector3D Up)
{
    /// <summary>A sensor whose axes are the foot's.</summary>
    public static MountingAxes Identity { get; } = new(new(1, 0, 0), new(0, 1, 0), new(0, 0, 1));

    /// <summary>Turns a sensor-frame vector into the foot frame.</summary>
    public Vector3D ToFoot(in Vector3D sensor) =>
        new(Vector3D.Dot(Forward, sensor), Vector3D.Dot(Left, sensor), Vector3D.Dot(Up, sensor));

    /// <summary>
    /// Whether the three axes are unit vectors, at right angles and right-handed, each within <paramref name="tolerance"/>
    /// (default 0.02, what rounding to two decimals leaves).
    /// </summary>
    public bool IsRotation(double tolerance = 0.02) =>
        Math.Abs(Forward.Length - 1) <= tolerance && Math.Abs(Left.Length - 1) <= tolerance && Math.Abs(Up.Length - 1) <= tolerance
        && (Vector3D.Cross(Forward, Left) - Up).Length <= 2 * tolerance;
}
