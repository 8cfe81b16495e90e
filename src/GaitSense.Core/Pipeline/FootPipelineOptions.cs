using System.ComponentModel.DataAnnotations;

namespace GaitSense.Core;

/// <summary>What a person may say about one foot's sensor. Everything else the core learns.</summary>
public sealed record FootPipelineOptions
{
    /// <summary>How the sensor sits on the foot; null when unknown, then the core learns it. <value>The default is null.</value></summary>
    public MountingAxes? Mounting { get; init; }

    /// <summary>
    /// A calibration walk: strides that end within this many seconds of the first sample are declared to go forward, which settles the sign of
    /// an unknown mounting. <value>The default is 0: none.</value>
    /// </summary>
    [Range(0, 600)]
    public double CalibrationWalkS { get; init; }

    /// <summary>
    /// How high above the ground the sensor rides on a foot that stands, m: rolling over the ground in stance moves it forward by the rate times this.
    /// About 0.06 at the sole's edge, 0.08 to 0.12 on the instep. <value>The default is 0.12.</value>
    /// </summary>
    [Range(0, FarthestFromGroundM)]
    public double SensorHeightM { get; init; } = 0.12;

    /// <summary>
    /// How much later the gyroscope speaks than the accelerometer, s; negative when it is earlier. A gyroscope behind a narrow low-pass filter makes strides
    /// shorter by 3 % for each 10 ms. <value>The default is null: learned from the swings, as far as they show it and as far as readings that are put together by whole samples may lie apart.</value>
    /// </summary>
    [Range(-0.05, 0.05)]
    public double? GyroDelayS { get; init; }

    /// <summary>Farthest that a sensor on a foot is from where the foot touches the ground, m.</summary>
    internal const double FarthestFromGroundM = 0.25;
}
