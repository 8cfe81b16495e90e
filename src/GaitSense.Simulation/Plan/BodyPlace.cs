using GaitSense.Core;

namespace GaitSense.Simulation.Plan;

/// <summary>Where the body is when a foot lands, between the feet as the steps carry it: the path that a person walks.</summary>
/// <param name="TimeS">Time on the walk's clock, s.</param>
/// <param name="PositionM">Position, world frame, m.</param>
/// <param name="HeadingRad">Heading, rad, left positive.</param>
public readonly record struct BodyPlace(double TimeS, Vector3D PositionM, double HeadingRad);
