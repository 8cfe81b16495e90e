using System.Globalization;
using System.Text;
using GaitSense.Analysis.Plots;
using GaitSense.Analysis.Report;
using GaitSense.Analysis.Walks;

namespace GaitSense.Analysis.Comparison;

/// <summary>Two systems on the same walk, as one self-contained HTML page with Bland-Altman plots.</summary>
public static class SystemComparisonReport
{
    /// <summary>The page.</summary>
    /// <param name="comparison">What was compared.</param>
    /// <param name="version">Version of the program; null for this library's.</param>
    public static string ToHtml(SystemComparison comparison, string? version = null)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        SystemComparison c = comparison;
        StringBuilder body = new();
        body.Append($"<header><h1>{Markup.Escape(c.First)} and {Markup.Escape(c.Second)}</h1><p class=\"sub\">Two systems on the same walk. Differences are second less first; neither is taken for the truth.</p></header>\n");
        body.Append(Page.Section("What both saw", Clock(c), Seen(c)));
        body.Append(Page.Section("Agreement", "Bias and limits of agreement (Bland and Altman) with their 95 % intervals. Strides of one walk are not independent, so the intervals are a little too narrow.", Table(c)));
        Agreement[] strides = [.. c.Strides.Where(a => a.Pairs > 0)];
        if (strides.Length > 0) body.Append(Page.Section("Strides", "Each pair of strides: difference against mean.", AgreementPlot.Legend() + Plots(strides, a => $"mean of both, {a.Unit}")));
        Agreement[] events = [.. c.Events.Where(e => e.Matched > 0).Select(e => e.Time)];
        if (events.Length > 0) body.Append(Page.Section("Events", "Each pair of events: difference over the time of the walk; a slope says that the clocks run apart.", Plots([.. events.Select(OverTime)], _ => "time, s")));
        body.Append($"<footer>GaitSense {Markup.Escape(version ?? WalkContext.LibraryVersion)}. Training and research software, not a medical device.</footer>\n");
        return Page.Of($"GaitSense: {c.First} and {c.Second}", body.ToString());
    }

    private static Agreement OverTime(Agreement a) => a with { Points = [.. a.Points.Select(p => p with { X = p.X / 1000 })] };

    private static string Clock(SystemComparison c) => c.OffsetEstimated
        ? $"The second clock was found to be {Markup.Number(c.OffsetS, 3)} s ahead, from the initial contacts: a bias between the systems' initial contacts cannot be seen."
        : c.OffsetS == 0 ? "Times are taken as they are." : $"The second clock was said to be {Markup.Number(c.OffsetS, 3)} s ahead.";

    private static string Seen(SystemComparison c) => Page.Table(
        ["", "#both", "#only the first", "#only the second"],
        c.Events.Select(e => new[] { Markup.Escape(e.Time.Title), Count(e.Matched), Count(e.OnlyFirst), Count(e.OnlySecond) })
            .Append(["Valid strides", Count(c.StridesMatched), Count(c.StridesOnlyFirst), Count(c.StridesOnlySecond)]))
        + $"<p>Both name a direction in {Count(c.DirectionsNamed)} strides, the same one in {Count(c.DirectionsAlike)}.</p>";

    private static string Table(SystemComparison c) => Page.Table(
        ["", "#pairs", "#bias", "#95 % interval", "#SD", "#limits of agreement", "#± (95 %)"],
        c.Events.Select(e => e.Time).Concat(c.Strides).Where(a => a.Pairs > 0).Select(a => a.BlandAltman is not { } b
            ? [Markup.Escape($"{a.Title}, {a.Unit}"), Count(a.Pairs), "–", "–", "–", "–", "–"]
            : new[]
            {
                Markup.Escape($"{a.Title}, {a.Unit}"), Count(a.Pairs), Markup.Number(b.Bias, a.Decimals + 1),
                $"{Markup.Number(b.Bias - b.BiasHalfWidth95, a.Decimals + 1)} to {Markup.Number(b.Bias + b.BiasHalfWidth95, a.Decimals + 1)}", Markup.Number(b.Sd, a.Decimals + 1),
                $"{Markup.Number(b.LowerLimit, a.Decimals)} to {Markup.Number(b.UpperLimit, a.Decimals)}", Markup.Number(b.LimitHalfWidth95, a.Decimals + 1),
            }));

    private static string Plots(IReadOnlyList<Agreement> agreements, Func<Agreement, string> xLabel) =>
        $"<div class=\"pair roomy\">{string.Concat(agreements.Select(a => $"<div><h3>{Markup.Escape(a.Title)}</h3><div class=\"scroll\">{AgreementPlot.Draw($"Bland-Altman plot: {a.Title}.", a.Points, a.BlandAltman, a.Decimals, xLabel(a), $"difference, {a.Unit}").ToSvg()}</div></div>"))}</div>";

    private static string Count(int n) => n.ToString(CultureInfo.InvariantCulture);
}
