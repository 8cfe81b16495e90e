using System.Text;
using GaitSense.Analysis.Plots;
using GaitSense.Training.Texts;

namespace GaitSense.Training.Verdicts;

/// <summary>A report of progress as lines of text, in English: what the command line prints.</summary>
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
                below.AddRange(Sentences(part, s => s).Select(s => $"{quantity.Title}, {SeriesKey.Words(part.Series.Key.Direction)}: {s}"));
            }
        }

        if (rows.Count == 1) return text.Append("Nothing was measured yet.\n").ToString();
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(i => rows.Max(r => r[i].Length))];
        foreach (string[] row in rows) text.Append(string.Join("  ", row.Select((c, i) => i is 0 or 1 or 7 ? c.PadRight(widths[i]) : c.PadLeft(widths[i]))).TrimEnd()).Append('\n');
        if (below.Count > 0) text.Append('\n').AppendJoin('\n', below).Append('\n');
        return text.Append('\n').Append(Verdict.Purpose).Append('\n').ToString();
    }

    /// <summary>What is to be said of a series besides its numbers: where the limit comes from, what the verdict means, what it was not compared with, what was left out.</summary>
    /// <param name="part">The series.</param>
    /// <param name="said">A sentence of rules in the language of who reads it.</param>
    public static IEnumerable<string> Sentences(ProgressSeries part, Func<string, string> said)
    {
        if (part.Verdict is { } v)
        {
            if (v.Meaning.Length > 0) yield return said(v.Meaning);
            if (v.Limit is { } limit) yield return said((string.Equals(limit.UpSource, limit.DownSource, StringComparison.Ordinal) ? "limit from " + limit.UpSource : $"limit of a rise from {limit.UpSource}; of a fall from {limit.DownSource}") + FormattableString.Invariant($"; {v.InARow} visits in a row beyond it are a change"));
            foreach (ChangeLimit m in v.Meaningful) yield return said("important from " + Important(m) + ", " + m.Source);
            foreach (string note in v.Notes) yield return said(note);
        }
        else if (part.NoVerdict is { } why && why is not "off")
        {
            yield return said("no verdict: " + why);
        }

        foreach (EarlierSeries other in part.Others)
            yield return said(NotCompared(other.Series.Values.Count)) + ": " + string.Join(", ", other.Differences.Select(said));
        if (part.Series.LeftOut.Count > 0) yield return said("left out") + ": " + string.Join("; ", part.Series.LeftOut.Take(3).Select(said)) + (part.Series.LeftOut.Count > 3 ? "; " + said(FormattableString.Invariant($"and {part.Series.LeftOut.Count - 3} more")) : "");
    }

    private static string[] Cells(ProgressSeries part, JudgedQuantity q)
    {
        ProgressWords words = new(Language.English);
        Verdict? v = part.Verdict;
        VisitValue last = part.Series.Values[^1];
        return
        [
            $"{q.Title}, {q.Unit}", SeriesKey.Words(part.Series.Key.Direction), v?.Baseline is { } b ? FormattableString.Invariant($"{Markup.Number(b.Mean, q.Decimals)} (n {b.N})") : "–",
            FormattableString.Invariant($"{part.Series.Values.Count}"), FormattableString.Invariant($"{Markup.Number(last.Value, q.Decimals)} ({last.Day:yyyy-MM-dd})"), words.Signed(v?.Change, q.Decimals), words.Limits(v?.Limit, q.Decimals), v?.Words ?? "none",
        ];
    }

    private static string Important(ChangeLimit m)
    {
        string unit = m.Scale == LimitScale.Fraction ? " %" : "";
        double scale = m.Scale == LimitScale.Fraction ? 100 : 1;
        string?[] sides = [m.Up is { } up ? FormattableString.Invariant($"+{scale * up:0.##}{unit}") : null, m.Down is { } down ? FormattableString.Invariant($"−{scale * down:0.##}{unit}") : null];
        return string.Join(" or ", sides.OfType<string>());
    }

    private static string NotCompared(int n) => n == 1 ? "1 visit not compared" : FormattableString.Invariant($"{n} visits not compared");
}
