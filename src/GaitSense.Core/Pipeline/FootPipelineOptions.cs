using System.Globalization;

namespace GaitSense.Core;

/// <summary>What a person may say about one foot's sensor. Everything else the core learns.</summary>
public sealed record FootPipelineOptions
{
    /// <summary>Longest calibration walk that can be declared, s.</summary>
    public const double MaxCalibrationWalkS = 600;

    /// <summary>Farthest that a sensor on a foot is from where the foot touches the ground, m: a large shoe from heel counter to ball.</summary>
    public const double MaxDistanceFromGroundM = 0.25;

    /// <summary>Largest delay of a gyroscope that can be declared, s.</summary>
    public const double MaxGyroDelayS = 0.05;

    /// <summary>How the sensor sits on the foot, three unit vectors at right angles; null when unknown, then the core learns it. <value>The default is null.</value></summary>
    public MountingAxes? Mounting { get; init; }

    /// <summary>
    /// A calibration walk: strides that end within this many seconds of the first sample are declared to go forward, which settles the sign of
    /// an unknown mounting. 0 to <see cref="MaxCalibrationWalkS"/>. <value>The default is 0: none.</value>
    /// </summary>
    public double CalibrationWalkS { get; init; }

    /// <summary>
    /// How high above the ground the sensor rides on a foot that stands, m: rolling over the ground in stance moves it forward by the rate times this.
    /// About 0.06 at the sole's edge, 0.08 to 0.12 on the instep; 0 to <see cref="MaxDistanceFromGroundM"/>. <value>The default is 0.12.</value>
    /// </summary>
    public double SensorHeightM { get; init; } = 0.12;

    /// <summary>
    /// Delay of the gyroscope against the accelerometer, s; negative when it is earlier; at most <see cref="MaxGyroDelayS"/>. A gyroscope behind a narrow low-pass
    /// filter makes strides shorter by 3 % for each 10 ms. <value>The default is null: learned from the swings, as far as they show it and as far as readings that are put together by
    /// whole samples may lie apart.</value>
    /// </summary>
    public double? GyroDelayS { get; init; }

    /// <summary>What of it cannot be, in words without a full stop; null: nothing.</summary>
    public string? FindFault() =>
        !(CalibrationWalkS is >= 0 and <= MaxCalibrationWalkS) ? Beyond("a calibration walk", CalibrationWalkS, 0, MaxCalibrationWalkS, "s")
        : !(SensorHeightM is >= 0 and <= MaxDistanceFromGroundM) ? Beyond("a sensor's height", SensorHeightM, 0, MaxDistanceFromGroundM, "m")
        : !(GyroDelayS is null or (>= -MaxGyroDelayS and <= MaxGyroDelayS)) ? Beyond("a gyroscope's delay", GyroDelayS.Value, -MaxGyroDelayS, MaxGyroDelayS, "s")
        : Mounting is { } axes && !axes.IsRotation() ? "a mounting's axes are not three unit vectors at right angles"
        : null;

    internal static string Beyond(string what, double value, double least, double greatest, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{what} of {value:R} {unit} is not within {least:R} to {greatest:R} {unit}");
}
