using GaitSense.Analysis.Parameters;
using GaitSense.Analysis.Statistics;
using GaitSense.Analysis.Summary;

namespace GaitSense.Analysis.Comparison;

/// <summary>Two sessions compared by one choice of strides.</summary>
public sealed record ComparedStrides
{
    /// <summary>Name of the choice in the summaries.</summary>
    public required string Strides { get; init; }

    /// <summary>Its name for people.</summary>
    public required string Title { get; init; }

    /// <summary>Means of both feet's strides.</summary>
    public required IReadOnlyList<Change> Means { get; init; }

    /// <summary>Left against right: 100 ln(right / left), whose differences between sessions add up.</summary>
    public required IReadOnlyList<Change> Symmetry { get; init; }

    /// <summary>How much each foot's strides vary: CV, measuring error taken out.</summary>
    public required IReadOnlyList<Change> Variability { get; init; }

    internal static ComparedStrides Of(StrideGroupChoice first, StrideGroupChoice second) => new()
    {
        Strides = first.Key,
        Title = first.Name,
        Means = [.. WalkParameter.All.Select(p => Mean(p, first.Group.Both, second.Group.Both))],
        Symmetry = [.. SymmetryParameter.All.Select(p => OfSymmetry(p, first.Group, second.Group))],
        Variability =
        [
            Cv("stride_time_cv_percent_left", "Stride time, left", first.Group.Left.StrideTimeS, second.Group.Left.StrideTimeS),
            Cv("stride_time_cv_percent_right", "Stride time, right", first.Group.Right.StrideTimeS, second.Group.Right.StrideTimeS),
            Cv("stride_length_cv_percent_left", "Stride length, left", first.Group.Left.StrideLengthM, second.Group.Left.StrideLengthM),
            Cv("stride_length_cv_percent_right", "Stride length, right", first.Group.Right.StrideLengthM, second.Group.Right.StrideLengthM),
        ],
    };

    private static Change Mean(WalkParameter p, StrideStatistics first, StrideStatistics second)
    {
        Statistic a = p.Of(first), b = p.Of(second);
        double? limit = Limit(p.MeasuringSd(first), p.MeasuringSd(second)) * p.Scale;
        return new Change { Name = p.Name, Title = p.Title, Unit = p.Unit, Decimals = p.Decimals, Larger = p.Larger, Smaller = p.Smaller, NFirst = a.N, NSecond = b.N, MeasuringErrorLimit = limit }
            .With(a.Mean, a.Ci95Low, a.Ci95High, b.Mean, b.Ci95Low, b.Ci95High, p.Scale, a.Withheld ?? b.Withheld);
    }

    private static double? Limit(double? first, double? second) => first is { } a && second is { } b ? Interval.Normal95 * Math.Sqrt((a * a) + (b * b)) : null;

    private static Change OfSymmetry(SymmetryParameter p, StrideGroup first, StrideGroup second)
    {
        SymmetryIndex a = p.Of(first.Symmetry), b = p.Of(second.Symmetry);
        double? limit = Limit(p.MeasuringSdPercent(first), p.MeasuringSdPercent(second));
        string name = p.Name.Replace("_symmetry_percent", "_ln_ratio_percent", StringComparison.Ordinal);
        return new Change { Name = name, Title = p.Title, Unit = "100 ln(R/L)", Decimals = 1, Larger = "right grew against left", Smaller = "left grew against right", NFirst = Math.Min(a.NLeft, a.NRight), NSecond = Math.Min(b.NLeft, b.NRight), MeasuringErrorLimit = limit }
            .With(a.LnRatioPercent, a.LnRatioCi95Low, a.LnRatioCi95High, b.LnRatioPercent, b.LnRatioCi95Low, b.LnRatioCi95High, 1, a.Withheld ?? b.Withheld);
    }

    private static Change Cv(string name, string title, Statistic first, Statistic second)
    {
        Variability? a = first.Variability, b = second.Variability;
        return new Change { Name = name, Title = title, Unit = "CV, %", Decimals = 1, Larger = "varies more", Smaller = "varies less", NFirst = a?.N ?? 0, NSecond = b?.N ?? 0 }
            .With(a?.CvPercent, a?.CvCi95Low, a?.CvCi95High, b?.CvPercent, b?.CvCi95Low, b?.CvCi95High, 1, a?.Withheld ?? b?.Withheld);
    }
}
