using System.Text;
using GaitSense.Analysis.Plots;
using GaitSense.Analysis.Report;

namespace GaitSense.Training.Verdicts;

/// <summary>A report of progress as one HTML page: for each measure a plot and a table, forward left, backward right.</summary>
internal static class ProgressPage
{
    public static string Of(ProgressReport report, string version)
    {
        ArgumentNullException.ThrowIfNull(version);
        (DateOnly from, int weeks) = ProgressPlot.Span(report);
        StringBuilder body = new();
        body.Append($"<header><h1>Progress of {Markup.Escape(report.Person)}</h1><p class=\"sub\">{Markup.Escape(FormattableString.Invariant($"To {report.Day:yyyy-MM-dd}. For the clinician: {Verdict.Purpose}."))}</p></header>\n");
        if (report.Simulated) body.Append("<div class=\"warn\">A simulated person: these are no values of anybody.</div>\n");
        body.Append($"<div class=\"warn\">{Markup.Escape(report.Rules)}</div>\n");
        body.Append(Page.Section("At a glance", Lead(report), Glance(report)));
        if (report.Rows.Any(r => r.Parts().Any()))
        {
            body.Append(Page.Section("How to read the plots", null, new Legend().Mark(MarkShape.HollowCircle, "left", "baseline visit").Mark(MarkShape.Circle, "left", "later visit, forward").Mark(MarkShape.Circle, "back-left", "later visit, backward")
                .Mark(MarkShape.Diamond, "left", "beyond the limit").Line("zero", "mean of the baseline").Area("calm", "not larger than noise").ToHtml()));
        }

        foreach (ProgressRow row in report.Rows)
        {
            if (row.Forward is null && row.Backward is null) continue;
            body.Append(Page.Section(row.BackwardQuantity is { } other && row.Forward is not null ? $"{row.Quantity.Title} | {other.Title}" : row.Forward is null ? (row.BackwardQuantity ?? row.Quantity).Title : row.Quantity.Title, null,
                $"<div class=\"pair roomy\">{Side(row, row.Forward, row.Quantity, "Forward")}{Side(row, row.Backward, row.BackwardQuantity ?? row.Quantity, "Backward")}</div>", isHalf: !row.BothShown));
        }

        body.Append($"<footer>GaitSense {Markup.Escape(version)}. {Markup.Escape(Verdict.Purpose)}. Not a medical device.</footer>\n");
        string Side(ProgressRow row, ProgressSeries? part, JudgedQuantity q, string direction) => part is null && !row.BothShown ? "" : Panel(part, q, direction, from, weeks);
        return Page.Of($"Progress of {report.Person}", body.ToString(), FormattableString.Invariant($"{report.Day:yyyy-MM-dd}"));
    }

    private static string Lead(ProgressReport report) => FormattableString.Invariant(
        $"A change counts when several visits in a row are beyond the limit, on the same side; how many stands with each limit. Limits allow for {report.Family.Measures} measures that are looked at together, again and again over the plan, and for good and bad weeks.");

    private static string Glance(ProgressReport report)
    {
        List<(ProgressSeries Series, JudgedQuantity Quantity)> rows = [.. report.Rows.SelectMany(r => r.Parts())];
        if (rows.Count == 0) return Page.Empty("Nothing was measured yet.");
        return Page.Table(["", "direction", "#baseline (n)", "#visits", "#last", "#change", "#counts beyond", "verdict"], rows.Select(p => (IReadOnlyList<string>)Cells(p.Series, p.Quantity)));
    }

    private static string[] Cells(ProgressSeries part, JudgedQuantity q)
    {
        Verdict? v = part.Verdict;
        return
        [
            Markup.Escape($"{q.Title}, {q.Unit}"), SeriesKey.Words(part.Series.Key.Direction), v?.Baseline is { } b ? FormattableString.Invariant($"{Markup.Number(b.Mean, q.Decimals)} ({b.N})") : "–",
            FormattableString.Invariant($"{part.Series.Values.Count}"), Markup.Number(part.Series.Values[^1].Value, q.Decimals), ProgressText.Signed(v?.Change, q.Decimals), ProgressText.Limits(v?.Limit, q.Decimals), Markup.Escape(v?.Words ?? "none"),
        ];
    }

    private static string Panel(ProgressSeries? part, JudgedQuantity q, string direction, DateOnly from, int weeks)
    {
        if (part is null) return $"<div><h3>{direction}</h3>{Page.Empty("Not measured yet.")}</div>";
        string title = part.Verdict is { } v ? $"{direction} – {v.Words}" : direction;
        string sentences = string.Concat(ProgressText.Sentences(part).Select(s => $"<li>{Markup.Escape(s)}</li>"));
        return $"<div><h3>{Markup.Escape(title)}</h3><p class=\"sub\">{Markup.Escape(Of(part.Series.Key))}</p><div class=\"scroll\">{ProgressPlot.Draw(part, q, from, weeks)}</div>{(sentences.Length > 0 ? $"<ul class=\"verdicts\">{sentences}</ul>" : "")}{Values(part, q)}</div>";
    }

    // A chart without a table is for those who see it.
    private static string Values(ProgressSeries part, JudgedQuantity q) => $"<details><summary>Values</summary>{Page.Table(["day", $"#{q.Unit}", "#of"], part.Series.Values.Select(x => (IReadOnlyList<string>)[FormattableString.Invariant($"{x.Day:yyyy-MM-dd}"), Markup.Number(x.Value, q.Decimals), FormattableString.Invariant($"{x.Of}")]))}</details>";

    private static string Of(SeriesKey key)
    {
        string[] words = [key.Quantity, key.Definition, key.Instruction.Replace('_', ' '), "aid: " + SeriesKey.Words(key.Aid), "orthosis: " + SeriesKey.Words(key.Orthosis)];
        return string.Join(", ", words.Where(w => w.Length > 0)) + ".";
    }
}
