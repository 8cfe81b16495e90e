namespace GaitSense.Analysis.Comparison;

/// <summary>One quantity of two sessions, and how it differs: second less first.</summary>
public sealed record Change
{
    /// <summary>Name of the quantity for programs.</summary>
    public required string Name { get; init; }

    /// <summary>Name for people.</summary>
    public required string Title { get; init; }

    /// <summary>Unit for people.</summary>
    public required string Unit { get; init; }

    /// <summary>Decimals for people.</summary>
    public required int Decimals { get; init; }

    /// <summary>What a value that grew means, in words of walking. <value>The default is "more".</value></summary>
    public string Larger { get; init; } = "more";

    /// <summary>What a value that fell means. <value>The default is "less".</value></summary>
    public string Smaller { get; init; } = "less";

    /// <summary>Values behind <see cref="First"/>.</summary>
    public required int NFirst { get; init; }

    /// <summary>Values behind <see cref="Second"/>.</summary>
    public required int NSecond { get; init; }

    /// <summary>The first session's value, in <see cref="Unit"/>.</summary>
    public double? First { get; init; }

    /// <summary>The second session's value.</summary>
    public double? Second { get; init; }

    /// <summary>Second less first.</summary>
    public double? Difference { get; init; }

    /// <summary>
    /// Lower end of the difference's 95 % interval: the distances of both values' own intervals in quadrature (Zou and Donner 2008), so strides that depend on each other
    /// and what measuring does alike to all strides of a session are in it.
    /// </summary>
    public double? Ci95Low { get; init; }

    /// <summary>Upper end of the difference's 95 % interval.</summary>
    public double? Ci95High { get; init; }

    /// <summary>
    /// The smallest difference that measuring alone does not explain in 19 of 20 cases: 1.96 times the measuring errors of both sessions' values in quadrature; null where
    /// what measuring adds is not known.
    /// </summary>
    public double? MeasuringErrorLimit { get; init; }

    /// <summary>Whether the difference is larger than <see cref="MeasuringErrorLimit"/>; null where that is not known.</summary>
    public bool? BeyondMeasuringError => Difference is { } d && MeasuringErrorLimit is { } limit ? Math.Abs(d) > limit : null;

    /// <summary>Whether the interval leaves out 0; null where there is no interval.</summary>
    public bool? IntervalExcludesZero => Ci95Low is { } low && Ci95High is { } high ? low > 0 || high < 0 : null;

    /// <summary>Why it is null; null when it is not.</summary>
    public string? Withheld { get; init; }

    /// <summary>Compares two values with their intervals.</summary>
    internal Change With(double? first, double? firstLow, double? firstHigh, double? second, double? secondLow, double? secondHigh, double scale, string? withheld)
    {
        if (first is not { } a || second is not { } b) return this with { First = first * scale, Second = second * scale, Withheld = withheld ?? "too few strides" };
        double d = b - a;
        double? low = d - Root(b - secondLow, firstHigh - a), high = d + Root(secondHigh - b, a - firstLow);
        return this with { First = a * scale, Second = b * scale, Difference = d * scale, Ci95Low = low * scale, Ci95High = high * scale };
    }

    private static double? Root(double? x, double? y) => x is { } a && y is { } b ? Math.Sqrt((a * a) + (b * b)) : null;
}
