using GaitSense.Analysis.Statistics;
using GaitSense.Analysis.Summary;

namespace GaitSense.Analysis.Parameters;

/// <summary>Left against right of one quantity, as tables of many walks show it.</summary>
public sealed record SymmetryParameter
{
    /// <summary>Name in tables for programs: of the symmetry index, percent.</summary>
    public required string Name { get; init; }

    /// <summary>A better name that stands beside it, for the same values; null: none.</summary>
    public string? AlsoNamed { get; init; }

    /// <summary>Its names in tables for programs.</summary>
    public IEnumerable<string> Names => AlsoNamed is null ? [Name] : [Name, AlsoNamed];

    /// <summary>Name for people.</summary>
    public required string Title { get; init; }

    /// <summary>The index in the statistics of left against right.</summary>
    public required Func<SymmetryStatistics, SymmetryIndex> Of { get; init; }

    /// <summary>The quantity's own mean, by which a foot's error is set in relation.</summary>
    public required Func<StrideStatistics, Statistic> Quantity { get; init; }

    /// <summary>What measuring adds to the quantity.</summary>
    public required MeasuringError Error { get; init; }

    /// <summary>Whether what one foot's values gain of an error the other's lose; else the feet are independent in it.</summary>
    public bool Opposite { get; init; }

    /// <summary>Whether the quantity begins or ends with a terminal contact.</summary>
    public bool HasTerminalContact { get; init; }

    /// <summary><see cref="Error"/> in a group of strides whose terminal contacts may be ambiguous.</summary>
    internal MeasuringError ErrorIn(StrideGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return HasTerminalContact ? MeasuringErrors.Ambiguous(Error, group.Both.TerminalContactAmbiguityS) : Error;
    }

    /// <summary>Standard uncertainty that measuring adds to 100 ln(R/L), in percent; null where there are too few strides.</summary>
    /// <param name="group">The strides of both feet.</param>
    public double? MeasuringSdPercent(StrideGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        SymmetryIndex index = Of(group.Symmetry);
        if (Quantity(group.Left).Mean is not (> 0 and { } l) || Quantity(group.Right).Mean is not (> 0 and { } r) || index.NLeft == 0 || index.NRight == 0) return null;
        MeasuringError error = ErrorIn(group);
        double s = error.FootSystematic, systematic = Opposite ? s * ((1 / r) + (1 / l)) : s * Math.Sqrt((1 / (l * l)) + (1 / (r * r)));
        double scatter = error.Sd * error.Sd * ((1 / (l * l * index.NLeft)) + (1 / (r * r * index.NRight))), clock = (index.ClockPartPercent ?? 0) / 100;
        return 100 * Math.Sqrt((systematic * systematic) + scatter + (clock * clock));
    }

    /// <summary>All of them, in the order of tables.</summary>
    public static IReadOnlyList<SymmetryParameter> All { get; } =
    [
        new() { Name = "stride_length_symmetry_percent", Title = "Stride length", Of = s => s.StrideLength, Quantity = s => s.StrideLengthM, Error = MeasuringErrors.StrideLengthM },
        new() { Name = "stance_time_symmetry_percent", Title = "Stance time", Of = s => s.StanceTime, Quantity = s => s.StanceTimeS, Error = MeasuringErrors.StanceTimeS, HasTerminalContact = true },
        new() { Name = "swing_time_symmetry_percent", Title = "Swing time", Of = s => s.SwingTime, Quantity = s => s.SwingTimeS, Error = MeasuringErrors.SwingTimeS, HasTerminalContact = true },
        new() { Name = "step_time_symmetry_percent", Title = "Step time", Of = s => s.StepTime, Quantity = s => s.StepTimeS, Error = MeasuringErrors.StepTimeS, Opposite = true },
        new() { Name = "double_support_symmetry_percent", Title = "Double support after landing", Of = s => s.DoubleSupport, Quantity = s => s.DoubleSupportS, Error = MeasuringErrors.DoubleSupportS, HasTerminalContact = true },
        new() { Name = "clearance_symmetry_percent", AlsoNamed = "max_sensor_lift_symmetry_percent", Title = "Sensor lift", Of = s => s.Clearance, Quantity = s => s.ClearanceM, Error = MeasuringErrors.ClearanceM },
    ];
}
