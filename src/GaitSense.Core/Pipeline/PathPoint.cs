namespace GaitSense.Core;

/// <summary>A mid-stance instant on a foot's path.</summary>
/// <param name="Foot">The foot.</param>
/// <param name="Time">The mid-stance (zero-velocity) instant.</param>
/// <param name="PositionM">Position in the foot's own walk frame (Z up), m.</param>
/// <param name="HeadingRad">Heading of the toe, rad, left positive.</param>
public readonly record struct PathPoint(Foot Foot, DeviceTime Time, Vector3D PositionM, double HeadingRad)
{
    /// <summary>The point in a line: "left foot at 2.120000 s: position (1.410, 0.020, 0.000) m, heading 4°".</summary>
    public override string ToString() => Print.Line($"{Print.Words(Foot)} foot at {Time}: position {PositionM} m, heading {HeadingRad * 180 / Math.PI:0}°");
}
