namespace GaitSense.Core;

/// <summary>Where a foot is after one sample, as the causal filter knows it.</summary>
/// <param name="Foot">The foot.</param>
/// <param name="Time">Time of the sample.</param>
/// <param name="PositionM">Position in the foot's own walk frame (Z up, origin and heading where the foot first rested), m.</param>
/// <param name="VelocityMps">Velocity in the walk frame, m/s.</param>
/// <param name="PitchRad">Sagittal foot angle, rad, toe up positive, 0 at foot flat.</param>
/// <param name="HeadingRad">Heading of the toe in the walk frame, rad, left positive.</param>
/// <param name="Phase">What the foot is doing.</param>
public readonly record struct FootPose(
    Foot Foot,
    DeviceTime Time,
    Vector3D PositionM,
    Vector3D VelocityMps,
    double PitchRad,
    double HeadingRad,
    FootPhase Phase);
