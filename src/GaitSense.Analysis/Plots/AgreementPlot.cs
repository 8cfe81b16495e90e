using GaitSense.Analysis.Accuracy;

namespace GaitSense.Analysis.Plots;

/// <summary>Bland-Altman plots: differences of two measurements against their mean.</summary>
internal static class AgreementPlot
{
    private const int MaxMarks = 800;

    /// <summary>What the areas mean.</summary>
    public static string Legend() => new Legend().Mark(MarkShape.Circle, "left", "one pair").Area("calm", "95 % interval of the bias").Area("turn", "95 % interval of the limits").ToHtml();

    /// <summary>A plot of pairs.</summary>
    /// <param name="title">What a listener hears.</param>
    /// <param name="pairs">Mean of both to the right, difference upward.</param>
    /// <param name="agreement">Their agreement; null for too few.</param>
    /// <param name="decimals">Decimals of the numbers beside the lines.</param>
    /// <param name="xLabel">Name and unit to the right.</param>
    /// <param name="yLabel">Name and unit upward.</param>
    public static Plot Draw(string title, IReadOnlyList<PlotPoint> pairs, BlandAltman? agreement, int decimals, string xLabel, string yLabel)
    {
        double limits = agreement is { } a ? Math.Max(-a.LowerLimit, a.UpperLimit) + a.LimitHalfWidth95 : 0;
        double most = Math.Max(limits * 1.15, pairs.Max(p => Math.Abs(p.Y)));
        Plot plot = new(title, 500, 340, NiceScale.Around(pairs.Min(p => p.X), pairs.Max(p => p.X)), NiceScale.Around(-most, most, 6), xLabel, yLabel);
        plot.HorizontalLine(0, "zero").Marks(Thin.Evenly(pairs, MaxMarks), MarkShape.Circle, "left faint");
        if (agreement is not null) Limits(plot, agreement, decimals);
        return plot;
    }

    /// <summary>Bias and limits of agreement, each with its interval.</summary>
    public static void Limits(Plot plot, BlandAltman a, int decimals) => plot
        .Between(a.Bias - a.BiasHalfWidth95, a.Bias + a.BiasHalfWidth95, "calm")
        .Between(a.LowerLimit - a.LimitHalfWidth95, a.LowerLimit + a.LimitHalfWidth95, "turn")
        .Between(a.UpperLimit - a.LimitHalfWidth95, a.UpperLimit + a.LimitHalfWidth95, "turn")
        .HorizontalLine(a.Bias, "back-left", $"bias {Markup.Number(a.Bias, decimals + 1)}")
        .HorizontalLine(a.UpperLimit, "reject dash", $"+1.96 SD {Markup.Number(a.UpperLimit, decimals)}")
        .HorizontalLine(a.LowerLimit, "reject dash", $"−1.96 SD {Markup.Number(a.LowerLimit, decimals)}");
}
