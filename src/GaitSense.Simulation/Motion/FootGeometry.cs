using GaitSense.Core;

namespace GaitSense.Simulation.Motion;

/// <summary>
/// The shoe as a rigid body. Its origin O lies in the sole below the ankle; X forward, Y left, Z up while the foot is flat. The sole is
/// a smooth convex rocker between heel and toe, so that the shoe rolls over heel and forefoot without a corner.
/// </summary>
public sealed record FootGeometry
{
    /// <summary>Distance from O back to the heel's contact, m. <value>The default is 0.05.</value></summary>
    public double HeelM { get; init; } = 0.05;

    /// <summary>Distance from O forward to the last contact under the toes, m. <value>The default is 0.19.</value></summary>
    public double ToeM { get; init; } = 0.19;

    /// <summary>How round the sole is: the pitch within which contact passes from heel to toe, rad. <value>The default is 0.10.</value></summary>
    public double RockerRad { get; init; } = 0.10;

    /// <summary>
    /// Where the sensor sits, from O, for the left foot, m; the right foot mirrors Y. <value>The default is lateral, under
    /// the ankle, (-0.01, 0.04, 0.06).</value>
    /// </summary>
    public Vector3D SensorM { get; init; } = new(-0.01, 0.04, 0.06);
}
