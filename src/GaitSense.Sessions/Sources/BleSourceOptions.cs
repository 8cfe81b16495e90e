using GaitSense.Core;

namespace GaitSense.Sessions;

/// <summary>How the feet's sensors become one walk.</summary>
public sealed record BleSourceOptions
{
    /// <summary>How the sensors sit, and whether the walk begins with a calibration. What is said there about feet and clocks is replaced by what is connected.</summary>
    public WalkPipelineOptions Walk { get; init; } = new();

    /// <summary>The walk ends by itself so many seconds after its first sample, or after it was begun if none comes, as if it had been asked to: what has arrived by then is still handed on. <value>The default is null: it does not.</value></summary>
    public double? DurationS { get; init; }
}
