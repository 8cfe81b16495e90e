using System.Globalization;
using System.Text;
using GaitSense.Analysis.Plots;
using GaitSense.Analysis.Report;
using GaitSense.Analysis.Walks;

namespace GaitSense.Analysis.Comparison;

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
        body.Append($"<header><h1>{Markup.Escape(comparison.Title)}</h1><p class=\"sub\">Two sessions of walking; differences are the second less the first.</p><ul class=\"facts\">{Session("first", comparison.First, comparison.FirstVisit, comparison.FirstStartedAt)}{Session("second", comparison.Second, comparison.SecondVisit, comparison.SecondStartedAt)}</ul></header>\n");
        body.Append($"<div class=\"warn\"><h2>Please note</h2><ul>{string.Concat(comparison.Notes.Select(n => $"<li>{Markup.Escape(n)}</li>"))}</ul></div>\n");
        foreach (ComparedStrides group in comparison.Groups)
        {
            body.Append(Page.Section(
                $"What changed: {group.Title}",
                $"The line is the 95 % interval of the difference; inside the grey band, measuring alone explains it. Unclear: more than measuring explains, but the strides scatter as much. Each row has its own scale. {Strides(group)}",
                Table(group.Means)));
            body.Append(Page.Section("Left against right", "In percent, as 100 ln(R/L): 0 is even, above 0 the right foot's value is larger; a difference of 1 is 1 % of the ratio, and larger means that the right foot's value grew against the left's.", Table(group.Symmetry, withUnit: false)));
            body.Append(Page.Section("Variability", "Coefficient of variation of each foot's strides, measuring error taken out.", Table(group.Variability)));
        }

        body.Append($"<footer>GaitSense {Markup.Escape(version ?? WalkContext.LibraryVersion)}. Training and research software, not a medical device.</footer>\n");
        string?[] dates = [Page.Date(comparison.FirstStartedAt), Page.Date(comparison.SecondStartedAt)];
        return Page.Of($"Comparison: {comparison.Title}", body.ToString(), Array.Exists(dates, d => d is not null) ? string.Join(" and ", dates.Select(d => d ?? "unknown")) : null);
    }

    /// <summary>What a change means, in words.</summary>
    internal static string Verdict(Change change)
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

    private static string Session(string which, string recording, string? visit, DateTimeOffset? startedAt) =>
        $"<li>{which}: <b>{Markup.Escape(recording)}</b>{(visit is null ? "" : $", visit {Markup.Escape(visit)}")}{(Page.Date(startedAt) is { } date ? $", {date}" : "")}</li>";

    private static string Strides(ComparedStrides group) =>
        string.Create(CultureInfo.InvariantCulture, $"Strides: at most {group.Means.Max(m => m.NFirst)} of the first session, {group.Means.Max(m => m.NSecond)} of the second.");

    // The explanation stands once above the tables, the reason of what is withheld below them.
    private static string InAWord(Change change) => change.Withheld is null ? Verdict(change).Split(':')[0] : "withheld";

    private static string Table(IReadOnlyList<Change> changes, bool withUnit = true) => Page.Table(
        ["", "#first", "#second", "#difference", "#95 % interval", "smaller | larger", "#measuring ±", "meaning", "note"],
        changes.Select(c => new[]
        {
            Markup.Escape(withUnit ? $"{c.Title}, {c.Unit}" : c.Title), Markup.Number(c.First, c.Decimals), Markup.Number(c.Second, c.Decimals), Markup.Number(c.Difference, c.Decimals),
            c.Ci95Low is null ? "–" : $"{Markup.Number(c.Ci95Low, c.Decimals)} to {Markup.Number(c.Ci95High, c.Decimals)}", Picture(c),
            Markup.Number(c.MeasuringErrorLimit, c.Decimals), Markup.Escape(InAWord(c).Replace(' ', '\u00a0')), Markup.Escape(c.Withheld ?? ""),
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
