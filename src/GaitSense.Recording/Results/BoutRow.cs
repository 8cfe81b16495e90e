using GaitSense.Core;

namespace GaitSense.Recording.Results;

/// <summary>A row of <c>bouts.csv</c>.</summary>
public sealed record BoutRow
{
    /// <summary>Number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The foot whose strides it is of; null: both feet.</summary>
    public required Foot? Foot { get; init; }

    /// <summary>First terminal contact.</summary>
    public required DeviceTime Start { get; init; }

    /// <summary>Last initial contact.</summary>
    public required DeviceTime End { get; init; }

    /// <summary>Its strides: all, valid, steady.</summary>
    public required (int All, int Valid, int Steady) Strides { get; init; }

    /// <summary>Direction of most valid strides.</summary>
    public required WalkingDirection Direction { get; init; }

    /// <summary>Way walked, m; null without a valid stride.</summary>
    public required double? DistanceM { get; init; }

    /// <summary>Mean speed, m/s.</summary>
    public required double? SpeedMps { get; init; }

    /// <summary>Cadence, steps/min.</summary>
    public required double? CadenceStepsPerMin { get; init; }

    /// <summary>Mean stride length, m.</summary>
    public required double? StrideLengthM { get; init; }
}
