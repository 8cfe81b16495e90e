namespace GaitSense.Training.Verdicts;

/// <summary>A published limit of change, with what it was found for and where it stands.</summary>
public sealed record ChangeLimit
{
    /// <summary>The quantity it is of.</summary>
    public required string Quantity { get; init; }

    /// <summary>The definition it belongs to; null: any.</summary>
    public string? Definition { get; init; }

    /// <summary>The instruction it belongs to; null: any.</summary>
    public string? Instruction { get; init; }

    /// <summary>What is said beyond it.</summary>
    public required LimitSays Says { get; init; }

    /// <summary>What kind of number it is.</summary>
    public required LimitStatistic Statistic { get; init; }

    /// <summary>What it is a number of.</summary>
    public required LimitScale Scale { get; init; }

    /// <summary>The limit of a rise, above 0; null: nothing is said of a rise.</summary>
    public double? Up { get; init; }

    /// <summary>The limit of a fall, above 0; null: nothing is said of a fall.</summary>
    public double? Down { get; init; }

    /// <summary>Lower end of its 95 % interval; null: not known.</summary>
    public double? Low95 { get; init; }

    /// <summary>Upper end of its 95 % interval.</summary>
    public double? High95 { get; init; }

    /// <summary>From where on, either way, <see cref="NearSays"/> is said of a change that is no clear one; null: nothing is.</summary>
    public double? Near { get; init; }

    /// <summary>What is said from <see cref="Near"/> on.</summary>
    public string? NearSays { get; init; }

    /// <summary>Who found it.</summary>
    public required string Author { get; init; }

    /// <summary>Year of publication.</summary>
    public required int Year { get; init; }

    /// <summary>People in whom it was found; null: not known here.</summary>
    public int? N { get; init; }

    /// <summary>Whether it may be used for a series: its quantity, its definition, its instruction.</summary>
    /// <param name="key">What the series is of.</param>
    public bool AppliesTo(SeriesKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return string.Equals(Quantity, key.Name, StringComparison.Ordinal)
            && (Definition is null || string.Equals(Definition, key.Definition, StringComparison.Ordinal))
            && (Instruction is null || string.Equals(Instruction, key.Instruction, StringComparison.Ordinal));
    }

    /// <summary>The limit of a rise in the quantity's unit; null: none.</summary>
    /// <param name="baseline">The person's baseline.</param>
    public double? UpFrom(double baseline) => Of(Up, baseline);

    /// <summary>The limit of a fall in the quantity's unit, above 0; null: none.</summary>
    /// <param name="baseline">The person's baseline.</param>
    public double? DownFrom(double baseline) => Of(Down, baseline);

    /// <summary>
    /// The SD of a person's visits that a limit of detectable change speaks of: 1.96 root 2 of them, on a logarithmic scale where it is in parts of the baseline
    /// (a rise of 31 % and a fall of 23 % are the same step there).
    /// </summary>
    /// <param name="baseline">The person's baseline.</param>
    internal double? VisitSd(double baseline)
    {
        if (Says != LimitSays.Changed) return null;
        double[] sides = Scale == LimitScale.Absolute
            ? [.. new[] { Up, Down }.OfType<double>()]
            : [.. new[] { Up is { } up ? Math.Log(1 + up) : (double?)null, Down is { } down ? -Math.Log(1 - down) : null }.OfType<double>().Select(x => x * Math.Abs(baseline))];
        return sides.Length == 0 ? null : sides.Average() / (1.959964 * Math.Sqrt(2));
    }

    /// <summary>The source and the number of people: "Söke and others 2022, n 49".</summary>
    public string Source => N is { } n ? FormattableString.Invariant($"{Author} {Year}, n {n}") : FormattableString.Invariant($"{Author} {Year}");

    private double? Of(double? limit, double baseline) => Scale == LimitScale.Fraction ? limit * Math.Abs(baseline) : limit;
}
