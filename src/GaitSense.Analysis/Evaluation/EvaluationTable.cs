using System.Globalization;
using System.Text;

namespace GaitSense.Analysis;

/// <summary>The accuracy table in Markdown: one row for each recording, and one for each pool. The same text on every machine.</summary>
public static class EvaluationTable
{
    private static readonly string[] Headings =
    [
        "recording", "IC labels", "IC F1", "IC bias ms", "IC SD ms", "IC MAE ms", "IC known after ms, median / p95",
        "TC F1", "TC bias ms", "TC SD ms", "TC MAE ms", "TC known after ms, median / p95", "direction right",
    ];

    private static readonly string[] StrideHeadings =
    [
        "recording", "strides found / labels", "rejected", "extra", "forward found", "length bias cm", "length SD cm", "length RMSE cm",
        "forward bias cm", "forward RMSE cm", "direction right",
    ];

    private static readonly string[] SequenceHeadings = ["recording", "strides / reference", "median length difference cm", "median stride time difference ms"];

    /// <summary>The table's text, "\n" line ends.</summary>
    /// <param name="evaluation">What was measured.</param>
    /// <param name="version">Version of the program; null for this library's.</param>
    public static string ToMarkdown(Evaluation evaluation, string? version = null)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        StringBuilder text = new();
        text.Append($"# Accuracy against references\n\nGaitSense {version ?? WalkContext.LibraryVersion}. Errors are detected minus reference. Events are matched one to one, nearest first, within 0.25 s; a false\n");
        text.Append("alarm counts only where labels are dense. \"Known after\" is how long after the reference time the causal core knew the event. A stride belongs to the\n");
        text.Append("reference stride that contains the middle of its swing. \"Direction right\" is over matched labels that carry forward or backward. Bold rows pool\nall recordings of a kind; each event and stride counts once.\n");
        Section(text, evaluation, "Events", Headings, r => r.InitialContact is not null || r.TerminalContact is not null, EventRow);
        Section(text, evaluation, "Strides", StrideHeadings, r => r.Stride is not null, StrideRow);
        Section(text, evaluation, "Sequences of strides without times", SequenceHeadings, r => r.Sequence is not null, SequenceRow);
        return text.ToString();
    }

    private static void Section(
        StringBuilder text, Evaluation evaluation, string title, string[] headings, Func<EvaluationResult, bool> has, Func<EvaluationResult, string[]> row)
    {
        RecordingEvaluation[] recordings = [.. evaluation.Recordings.Where(r => has(r.Result))];
        if (recordings.Length == 0) return;
        text.Append($"\n## {title}\n\n| {string.Join(" | ", headings)} |\n|---|{string.Concat(headings.Skip(1).Select(_ => "---:|"))}\n");
        foreach (RecordingEvaluation r in recordings) Row(text, r.Name, bold: false, row(r.Result));
        RecordingEvaluation[] pools = [.. evaluation.PooledByKind.Where(r => has(r.Result))];
        foreach (RecordingEvaluation r in pools) Row(text, r.Name, bold: true, row(r.Result));
        if (recordings.Length > 1) Row(text, "all", bold: true, row(evaluation.Pooled.Result));
    }

    private static void Row(StringBuilder text, string name, bool bold, string[] cells)
    {
        string mark = bold ? "**" : "";
        string escaped = name.Replace("|", "\\|", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal);
        text.Append($"| {mark}{escaped}{mark} | {string.Join(" | ", cells.Select(c => bold && c.Length > 0 ? $"**{c}**" : c))} |\n");
    }

    private static string[] EventRow(EvaluationResult r)
    {
        EventScore? ic = r.InitialContact, tc = r.TerminalContact;
        return
        [
            Text(ic?.Labels), Text(ic?.F1, 4), Text(ic?.ErrorMs?.Bias, 1), Text(ic?.ErrorMs?.Sd, 1), Text(ic?.ErrorMs?.Mae, 1), Delay(ic?.KnownAfterReferenceMs),
            Text(tc?.F1, 4), Text(tc?.ErrorMs?.Bias, 1), Text(tc?.ErrorMs?.Sd, 1), Text(tc?.ErrorMs?.Mae, 1), Delay(tc?.KnownAfterReferenceMs),
            Direction(ic?.DirectionAccuracy, tc?.DirectionAccuracy),
        ];
    }

    private static string[] StrideRow(EvaluationResult r)
    {
        StrideScore s = r.Stride!;
        int judged = s.Direction.Sum(d => d.Value), right = s.Direction.Where(d => IsRight(d.Key)).Sum(d => d.Value);
        return
        [
            $"{Text(s.Matched)} / {Text(s.Labels)}", Text(s.Rejected), Text(s.Extra), Text(s.ForwardFound, 4), Text(s.LengthErrorCm?.Bias, 2), Text(s.LengthErrorCm?.Sd, 2),
            Text(s.LengthErrorCm?.Rmse, 2), Text(s.ForwardLengthErrorCm?.Bias, 2), Text(s.ForwardLengthErrorCm?.Rmse, 2), judged > 0 ? $"{Text(right)} / {Text(judged)}" : "",
        ];
    }

    private static string[] SequenceRow(EvaluationResult r)
    {
        SequenceScore s = r.Sequence!;
        return
        [
            $"{Text(s.Strides)} / {Text(s.ReferenceStrides)}", string.Join(", ", s.MedianLengthDifferenceCm.Select(x => Text(x, 2))), string.Join(", ", s.MedianTimeDifferenceMs.Select(x => Text(x, 1))),
        ];
    }

    private static bool IsRight(string pair)
    {
        string[] words = pair.Split(" -> ");
        return words.Length == 2 && string.Equals(words[0], words[1], StringComparison.Ordinal);
    }

    private static string Direction(double? ic, double? tc) => ic is null && tc is null ? "" : $"{Text(ic, 4)} / {Text(tc, 4)}";

    private static string Delay(DelaySpread? d) => d is null ? "" : $"{Text(d.MedianMs, 0)} / {Text(d.P95Ms, 0)}";

    private static string Text(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Text(double? value, int decimals) =>
        value is { } v ? ExactNumbers.Round(v, decimals).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : "";
}
