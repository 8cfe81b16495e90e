using GaitSense.Core;

namespace GaitSense.Training.Records;

/// <summary>One measured quantity of a session, or the reason why it is withheld: exactly one of the two.</summary>
public sealed record Measure
{
    /// <summary>The quantity, by its column name: "speed_mps", "stride_length_m".</summary>
    public required string Name { get; init; }

    /// <summary>The foot; null: both together.</summary>
    public Foot? Side { get; init; }

    /// <summary>The direction of the strides it is of.</summary>
    public required WalkingDirection Direction { get; init; }

    /// <summary>The value in <see cref="Unit"/>; null: withheld.</summary>
    public double? Value { get; init; }

    /// <summary>Lower end of the 95 % interval; null: none.</summary>
    public double? Low95 { get; init; }

    /// <summary>Upper end of the 95 % interval; null: none.</summary>
    public double? High95 { get; init; }

    /// <summary>Standard uncertainty that measuring adds to the value, in <see cref="Unit"/>; null: not known.</summary>
    public double? MeasuringSd { get; init; }

    /// <summary>Number of strides, steps or sections it is of.</summary>
    public required int N { get; init; }

    /// <summary>The unit: "m/s", "m", "s", "1/min", "%", "1".</summary>
    public required string Unit { get; init; }

    /// <summary>Why there is no value; null: there is one.</summary>
    public string? Withheld { get; init; }
}
