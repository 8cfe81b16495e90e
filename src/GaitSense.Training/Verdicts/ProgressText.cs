using System.Text;
using GaitSense.Analysis.Plots;

namespace GaitSense.Training.Verdicts;

/// <summary>A report of progress as lines of text.</summary>
internal static class ProgressText
{
    public static string Of(ProgressReport report)
    {
        StringBuilder text = new();
        text.Append(FormattableString.Invariant($"Progress of {report.Person} to {report.Day:yyyy-MM-dd}{(report.Simulated ? " (simulated)" : "")}\n{report.Rules}\n\n"));
        List<string[]> rows = [["measure", "direction", "baseline", "visits", "last", "change", "counts beyond", "verdict"]];
        List<string> below = [];
        foreach (ProgressRow row in report.Rows)
        {
            foreach ((ProgressSeries part, JudgedQuantity quantity) in row.Parts())
            {
                rows.Add(Cells(part, quantity));
                below.AddRange(Sentences(part).Select(s => $"{quantity.Title}, {SeriesKey.Words(part.Series.Key.Direction)}: {s}"));
            }
        }

        if (rows.Count == 1) return text.Append("Nothing was measured yet.\n").ToString();
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(i => rows.Max(r => r[i].Length))];
        foreach (string[] row in rows) text.Append(string.Join("  ", row.Select((c, i) => i is 0 or 1 or 7 ? c.PadRight(widths[i]) : c.PadLeft(widths[i]))).TrimEnd()).Append('\n');
        if (below.Count > 0) text.Append('\n').AppendJoin('\n', below).Append('\n');
        return text.Append('\n').Append(Verdict.Purpose).Append('\n').ToString();
    }

    /// <summary>What is to be said of a series besides its numbers: where the limit comes from, what the verdict means, what it was not compared with, what was left out.</summary>
    public static IEnumerable<string> Sentences(ProgressSeries part)
    {
        if (part.Verdict is { } v)
        {
            if (v.Meaning.Length > 0) yield return v.Meaning;
            if (v.Limit is { } limit) yield return (string.Equals(limit.UpSource, limit.DownSource, StringComparison.Ordinal) ? "limit from " + limit.UpSource : $"limit of a rise from {limit.UpSource}; of a fall from {limit.DownSource}") + FormattableString.Invariant($"; {v.InARow} visits in a row beyond it are a change");
            foreach (ChangeLimit m in v.Meaningful) yield return "important from " + Important(m) + ", " + m.Source;
            foreach (string note in v.Notes) yield return note;
        }
        else if (part.NoVerdict is { } why && why is not "off")
        {
            yield return "no verdict: " + why;
        }

        foreach (EarlierSeries other in part.Others)
            yield return FormattableString.Invariant($"{Visits(other.Series.Values.Count)} not compared: {string.Join(", ", other.Differences)}");
        if (part.Series.LeftOut.Count > 0) yield return "left out: " + string.Join("; ", part.Series.LeftOut.Take(3)) + (part.Series.LeftOut.Count > 3 ? FormattableString.Invariant($"; and {part.Series.LeftOut.Count - 3} more") : "");
    }

    /// <summary>The limits as they stand in a table: "−0.52 / +0.52".</summary>
    public static string Limits(VerdictLimit? limit, int decimals) => limit is null ? "–" : $"{Markup.Number(-limit.Down, decimals)} / +{Markup.Number(limit.Up, decimals)}";

    /// <summary>A change with its sign.</summary>
    public static string Signed(double? change, int decimals) => (change > 0 ? "+" : "") + Markup.Number(change, decimals);

    private static string[] Cells(ProgressSeries part, JudgedQuantity q)
    {
        Verdict? v = part.Verdict;
        VisitValue last = part.Series.Values[^1];
        return
        [
            $"{q.Title}, {q.Unit}", SeriesKey.Words(part.Series.Key.Direction), v?.Baseline is { } b ? FormattableString.Invariant($"{Markup.Number(b.Mean, q.Decimals)} (n {b.N})") : "–",
            FormattableString.Invariant($"{part.Series.Values.Count}"), FormattableString.Invariant($"{Markup.Number(last.Value, q.Decimals)} ({last.Day:yyyy-MM-dd})"), Signed(v?.Change, q.Decimals), Limits(v?.Limit, q.Decimals), v?.Words ?? "none",
        ];
    }

    private static string Important(ChangeLimit m)
    {
        string unit = m.Scale == LimitScale.Fraction ? " %" : "";
        double scale = m.Scale == LimitScale.Fraction ? 100 : 1;
        string?[] sides = [m.Up is { } up ? FormattableString.Invariant($"+{scale * up:0.##}{unit}") : null, m.Down is { } down ? FormattableString.Invariant($"−{scale * down:0.##}{unit}") : null];
        return string.Join(" or ", sides.OfType<string>());
    }

    private static string Visits(int n) => n == 1 ? "1 visit" : FormattableString.Invariant($"{n} visits");
}
