namespace GaitSense.Core;

/// <summary>Rolling metrics of the last strides, for a screen or a cue. What is not known is null.</summary>
/// <param name="Time">Time of the sample that changed them.</param>
/// <param name="CadenceStepsPerMin">Steps per minute, from stride times; both feet where both walk.</param>
/// <param name="SpeedMps">Mean speed of the last strides, m/s.</param>
/// <param name="LeftLengthM">Mean stride length of the left foot, m.</param>
/// <param name="RightLengthM">Mean stride length of the right foot, m.</param>
/// <param name="LengthSymmetryPercent">Symmetry index of stride length (<see cref="RobinsonIndex"/>), percent.</param>
/// <param name="SwingTimeSymmetryPercent">Symmetry index of swing time, percent.</param>
/// <param name="StepTimeSymmetryPercent">Symmetry index of step time, percent; null where the feet share no clock.</param>
/// <param name="Direction">Direction of the walk: what the last strides agree on.</param>
/// <param name="IsWalking">Whether a bout is under way.</param>
/// <param name="StridesPerFoot">Strides of the foot that has fewer in the window, 0 to 10; symmetry is null below 10.</param>
public readonly record struct LiveMetrics(
    DeviceTime Time,
    double? CadenceStepsPerMin,
    double? SpeedMps,
    double? LeftLengthM,
    double? RightLengthM,
    double? LengthSymmetryPercent,
    double? SwingTimeSymmetryPercent,
    double? StepTimeSymmetryPercent,
    WalkingDirection Direction,
    bool IsWalking,
    int StridesPerFoot);
