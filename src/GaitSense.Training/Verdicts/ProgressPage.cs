using System.Text;
using GaitSense.Analysis.Plots;
using GaitSense.Analysis.Report;

namespace GaitSense.Training.Verdicts;

/// <summary>A report of progress as one HTML page: for each measure a plot and a table, forward left, backward right.</summary>
internal static class ProgressPage
{
    public static string Of(ProgressReport report, string version, ProgressWords words)
    {
        ArgumentNullException.ThrowIfNull(version);
        (DateOnly from, int weeks) = ProgressPlot.Span(report);
        string title = words.Text("desk.progress.of", report.Person);
        StringBuilder body = new();
        body.Append($"<header><h1>{Markup.Escape(title)}</h1><p class=\"sub\">{Markup.Escape(words.Text("progress.to", words.Day(report.Day), words.Purpose))}</p></header>\n");
        if (report.Simulated) body.Append($"<div class=\"warn\">{Markup.Escape(words.Text("progress.simulated"))}</div>\n");
        body.Append($"<div class=\"warn\">{Markup.Escape(words.Said(report.Rules))}</div>\n");
        body.Append(Page.Section(words.Text("desk.progress.glance"), words.Text("progress.lead", report.Family.Measures), Glance(report, words)));
        if (report.Rows.Any(r => r.Parts().Any())) body.Append(Page.Section(words.Text("progress.how"), null, Signs(words)));
        foreach (ProgressRow row in report.Rows)
        {
            if (row.Forward is null && row.Backward is null) continue;
            string forward = words.Title(row.Quantity), backward = words.Title(row.BackwardQuantity ?? row.Quantity);
            body.Append(Page.Section(row.BackwardQuantity is not null && row.Forward is not null ? $"{forward} | {backward}" : row.Forward is null ? backward : forward, null,
                $"<div class=\"pair roomy\">{Side(row, row.Forward, row.Quantity, words.Text("progress.forward"))}{Side(row, row.Backward, row.BackwardQuantity ?? row.Quantity, words.Text("progress.backward"))}</div>", isHalf: !row.BothShown));
        }

        body.Append($"<footer>{Markup.Escape(words.Text("progress.foot", version, words.Purpose))}</footer>\n");
        string Side(ProgressRow row, ProgressSeries? part, JudgedQuantity q, string direction) => part is null && !row.BothShown ? "" : Panel(part, q, direction, from, weeks, words);
        return Page.Of(title, body.ToString(), words.Day(report.Day), words.Tag, words.Text("progress.paper"));
    }

    private static string Signs(ProgressWords words) => new Legend()
        .Mark(MarkShape.HollowCircle, "left", words.Text("progress.mark.baseline")).Mark(MarkShape.Circle, "left", words.Text("progress.mark.forward")).Mark(MarkShape.Circle, "back-left", words.Text("progress.mark.backward"))
        .Mark(MarkShape.Diamond, "left", words.Text("progress.mark.beyond")).Line("zero", words.Text("progress.mark.mean")).Area("calm", words.Text("progress.mark.noise")).ToHtml();

    private static string Glance(ProgressReport report, ProgressWords words)
    {
        List<(ProgressSeries Series, JudgedQuantity Quantity)> rows = [.. report.Rows.SelectMany(r => r.Parts())];
        if (rows.Count == 0) return Page.Empty(words.Text("desk.measures.none"));
        string[] columns =
        [
            "", words.Text("progress.direction"), "#" + words.Text("progress.baseline"), "#" + words.Text("progress.visits"), "#" + words.Text("progress.last"), "#" + words.Text("progress.change"), "#" + words.Text("progress.beyond"),
            words.Text("progress.verdict"),
        ];
        return Page.Table(columns, rows.Select(p => (IReadOnlyList<string>)Cells(p.Series, p.Quantity, words)));
    }

    private static string[] Cells(ProgressSeries part, JudgedQuantity q, ProgressWords words)
    {
        Verdict? v = part.Verdict;
        return
        [
            Markup.Escape($"{words.Title(q)}, {words.Unit(q)}"), words.Word(SeriesKey.Words(part.Series.Key.Direction)), v?.Baseline is { } b ? FormattableString.Invariant($"{words.Number(b.Mean, q.Decimals)} ({b.N})") : "–",
            FormattableString.Invariant($"{part.Series.Values.Count}"), words.Number(part.Series.Values[^1].Value, q.Decimals), words.Signed(v?.Change, q.Decimals), words.Limits(v?.Limit, q.Decimals),
            Markup.Escape(v is null ? words.Text("progress.none") : words.Said(v.Words)),
        ];
    }

    private static string Panel(ProgressSeries? part, JudgedQuantity q, string direction, DateOnly from, int weeks, ProgressWords words)
    {
        if (part is null) return $"<div><h3>{direction}</h3>{Page.Empty(words.Text("desk.progress.not-measured"))}</div>";
        string title = part.Verdict is { } v ? $"{direction} – {words.Said(v.Words)}" : direction;
        string sentences = string.Concat(ProgressText.Sentences(part, words.Said).Select(s => $"<li>{Markup.Escape(s)}</li>"));
        return $"<div><h3>{Markup.Escape(title)}</h3><p class=\"sub\">{Markup.Escape(Of(part.Series.Key, words))}</p><div class=\"scroll\">{ProgressPlot.Draw(part, q, from, weeks, words)}</div>{(sentences.Length > 0 ? $"<ul class=\"verdicts\">{sentences}</ul>" : "")}{Values(part, q, words)}</div>";
    }

    // A chart without a table is for those who see it.
    private static string Values(ProgressSeries part, JudgedQuantity q, ProgressWords words)
    {
        IEnumerable<IReadOnlyList<string>> rows = part.Series.Values.Select(x => (IReadOnlyList<string>)[words.Day(x.Day), words.Number(x.Value, q.Decimals), FormattableString.Invariant($"{x.Of}")]);
        return $"<details><summary>{words.Text("progress.values")}</summary>{Page.Table([words.Text("progress.day"), "#" + words.Unit(q), "#" + words.Text("progress.of")], rows)}</details>";
    }

    private static string Of(SeriesKey key, ProgressWords words)
    {
        string Said<T>(T? value)
            where T : struct, Enum => words.Word(SeriesKey.Words(value));
        // The quantity as files name it, with the version of a test.
        string[] all = [key.Quantity, words.Definition(key.Definition), words.Word(key.Instruction), words.Text("progress.aid", Said(key.Aid)), words.Text("progress.orthosis", Said(key.Orthosis))];
        return string.Join(", ", all.Where(w => w.Length > 0)) + ".";
    }
}
