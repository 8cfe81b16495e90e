using GaitSense.Core;

namespace GaitSense.Simulation.Motion;

/// <summary>A foot at rest, flat on the ground.</summary>
/// <param name="PositionM">Where the foot's origin is, world frame, m; Z is the height of the ground under it.</param>
/// <param name="HeadingRad">Where the toe points, world frame, rad, left positive.</param>
internal readonly record struct FootPlacement(Vector3D PositionM, double HeadingRad);
