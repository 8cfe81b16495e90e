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

    /// <summary>Noise of the sensors.</summary>
    public ErrorStateFilterOptions Filter { get; init; } = new();

    /// <summary>Thresholds of the contact detector.</summary>
    public ContactDetectorOptions Contacts { get; init; } = new();
}
