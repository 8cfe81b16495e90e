using System.Globalization;
using System.Text;

namespace GaitSense.Analysis;

/// <summary>Two sessions compared, as one self-contained HTML page.</summary>
public static class SessionComparisonReport
{
    private const double WidthPx = 150, HeightPx = 20;

    /// <summary>The page.</summary>
    /// <param name="comparison">What was compared.</param>
    /// <param name="version">Version of the program; null for this library's.</param>
    public static string ToHtml(SessionComparison comparison, string? version = null)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        StringBuilder body = new();
        body.Append($"<header><h1>{Markup.Escape(comparison.First)} → {Markup.Escape(comparison.Second)}</h1><p class=\"sub\">Two sessions; differences are second less first.</p></header>\n");
        body.Append($"<div class=\"warn\"><h2>Please note</h2><ul>{string.Concat(comparison.Notes.Select(n => $"<li>{Markup.Escape(n)}</li>"))}</ul></div>\n");
        foreach (ComparedStrides group in comparison.Groups)
        {
            body.Append(Page.Section(
                $"What changed: {group.Title}",
                $"The line is the 95 % interval of the difference; inside the grey band, measuring alone explains it. Each row has its own scale. {Strides(group)}",
                Table(group.Means)));
            body.Append(Page.Section("Left against right", "100 ln(R/L), right over left: a change of 1 is 1 % of the ratio; up means that the right foot's value grew against the left's.", Table(group.Symmetry)));
            body.Append(Page.Section("Variability", "Coefficient of variation of each foot's strides, measuring error taken out.", Table(group.Variability)));
        }

        body.Append($"<footer>GaitSense {Markup.Escape(version ?? WalkContext.LibraryVersion)}. Training and research software, not a medical device.</footer>\n");
        return Page.Of($"GaitSense: {comparison.First} and {comparison.Second}", body.ToString());
    }

    /// <summary>What a change means, in words.</summary>
    public static string Verdict(Change change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (change.Withheld is { } why) return "withheld: " + why;
        return (change.BeyondMeasuringError, change.IntervalExcludesZero) switch
        {
            (false, _) => "within measuring error",
            (true, true) => change.Difference > 0 ? change.Larger : change.Smaller,
            (true, _) => "unclear: strides scatter as much",
            (_, true) => change.Difference > 0 ? change.Larger : change.Smaller,
            (_, false) => "no clear difference",
            _ => "",
        };
    }

    private static string Strides(ComparedStrides group) =>
        string.Create(CultureInfo.InvariantCulture, $"Strides: at most {group.Means.Max(m => m.NFirst)} of the first session, {group.Means.Max(m => m.NSecond)} of the second.");

    private static string Table(IReadOnlyList<Change> changes) => Page.Table(
        ["", "#first", "#second", "#difference", "#95 % interval", "smaller | larger", "#± measuring", "meaning"],
        changes.Select(c => new[]
        {
            Markup.Escape($"{c.Title}, {c.Unit}"), Markup.Number(c.First, c.Decimals), Markup.Number(c.Second, c.Decimals), Markup.Number(c.Difference, c.Decimals),
            c.Ci95Low is null ? "–" : $"{Markup.Number(c.Ci95Low, c.Decimals)} to {Markup.Number(c.Ci95High, c.Decimals)}", Picture(c),
            Markup.Number(c.MeasuringErrorLimit, c.Decimals), Markup.Escape(Verdict(c)),
        }));

    private static string Picture(Change c)
    {
        if (c is not { Difference: { } d, Ci95Low: { } low, Ci95High: { } high }) return "";
        double band = c.MeasuringErrorLimit ?? 0, scale = 1.1 * Math.Max(band, Math.Max(Math.Abs(low), Math.Abs(high)));
        if (scale <= 0) return "";
        string label = Markup.Escape($"difference {Markup.Number(d, c.Decimals)}, interval {Markup.Number(low, c.Decimals)} to {Markup.Number(high, c.Decimals)}");
        return $"<svg width=\"{N(WidthPx)}\" height=\"{N(HeightPx)}\" viewBox=\"0 0 {N(WidthPx)} {N(HeightPx)}\" role=\"img\"><title>{label}</title>"
            + $"<rect x=\"{X(-band)}\" y=\"0\" width=\"{N(WidthPx * band / scale)}\" height=\"{N(HeightPx)}\" fill=\"currentColor\" opacity=\"0.12\"/>"
            + $"<line x1=\"{X(0)}\" x2=\"{X(0)}\" y1=\"0\" y2=\"{N(HeightPx)}\" stroke=\"currentColor\" opacity=\"0.4\"/>"
            + $"<line x1=\"{X(low)}\" x2=\"{X(high)}\" y1=\"{N(HeightPx / 2)}\" y2=\"{N(HeightPx / 2)}\" stroke=\"currentColor\" stroke-width=\"2\"/>"
            + $"<circle cx=\"{X(d)}\" cy=\"{N(HeightPx / 2)}\" r=\"4\" fill=\"currentColor\"/></svg>";

        string X(double v) => N(WidthPx * (0.5 + (v / (2 * scale))));

        static string N(double v) => v.ToString("0.0", CultureInfo.InvariantCulture);
    }
}
