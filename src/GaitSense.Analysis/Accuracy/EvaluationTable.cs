using System.Globalization;
using System.Text;
using GaitSense.Analysis.Walks;
using GaitSense.Core;

namespace GaitSense.Analysis.Accuracy;

/// <summary>The accuracy table in Markdown: one row for each recording, and one for each pool. The same text on every machine.</summary>
public static class EvaluationTable
{
    /// <summary>How early guesses are counted, in words.</summary>
    internal const string GuessRules =
        "What cues that cannot wait use. Known after: when a guess that was kept was known, minus the reference time. Withdrawn: of all guesses of the labelled feet.";

    /// <summary>What the figures without a reference mean, in words.</summary>
    internal const string UnreferencedRules =
        "Nothing to compare with, but both feet go the same way on a straight walk, and a path that ends where it began has end to origin as its error (3-D).";

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

    internal static readonly string[] GuessHeadings =
    [
        "recording", "IC guessed / labels", "IC known after ms, median / p95", "IC withdrawn", "TC guessed / labels", "TC known after ms, median / p95", "TC withdrawn",
    ];

    internal static readonly string[] UnreferencedHeadings =
    [
        "recording", "valid strides, left / right", "mean stride length m, left / right", "left minus right", "path length m, left / right", "end to origin m, left / right",
    ];

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
        Section(text, evaluation, "Events", null, Headings, r => r.Result.InitialContact is not null || r.Result.TerminalContact is not null, r => EventRow(r.Result));
        Section(text, evaluation, "Early guesses of events", GuessRules, GuessHeadings, HasGuesses, GuessRow);
        Section(text, evaluation, "Strides", null, StrideHeadings, r => r.Result.Stride is not null, r => StrideRow(r.Result));
        Section(text, evaluation, "Sequences of strides without times", null, SequenceHeadings, r => r.Result.Sequence is not null, r => SequenceRow(r.Result));
        Unreferenced(text, evaluation.Unreferenced);
        return text.ToString();
    }

    private static void Section(
        StringBuilder text, Evaluation evaluation, string title, string? rules, string[] headings, Func<RecordingEvaluation, bool> has,
        Func<RecordingEvaluation, string[]> row)
    {
        RecordingEvaluation[] recordings = [.. evaluation.Recordings.Where(has)];
        if (recordings.Length == 0) return;
        Head(text, title, rules, headings);
        foreach (RecordingEvaluation r in recordings) Row(text, r.Name, bold: false, row(r));
        RecordingEvaluation[] pools = [.. evaluation.PooledByKind.Where(has)];
        foreach (RecordingEvaluation r in pools) Row(text, r.Name, bold: true, row(r));
        if (recordings.Length > 1) Row(text, "all", bold: true, row(evaluation.Pooled));
    }

    private static void Unreferenced(StringBuilder text, IReadOnlyList<UnreferencedRecording> recordings)
    {
        if (recordings.Count == 0) return;
        Head(text, "Recordings without a reference", UnreferencedRules, UnreferencedHeadings);
        foreach (UnreferencedRecording r in recordings) Row(text, r.Name, bold: false, UnreferencedRow(r));
    }

    private static void Head(StringBuilder text, string title, string? rules, string[] headings) =>
        text.Append($"\n## {title}\n\n{(rules is null ? "" : rules + "\n\n")}| {string.Join(" | ", headings)} |\n|---|{string.Concat(headings.Skip(1).Select(_ => "---:|"))}\n");

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

    internal static bool HasGuesses(RecordingEvaluation r) => r.ProvisionalInitialContact is not null || r.ProvisionalTerminalContact is not null;

    internal static string[] GuessRow(RecordingEvaluation r) => [.. Guess(r.ProvisionalInitialContact), .. Guess(r.ProvisionalTerminalContact)];

    private static string[] Guess(ProvisionalScore? s) => s is null
        ? ["", "", ""]
        : [$"{Text(s.Matched)} / {Text(s.Labels)}", Delay(s.KnownAfterReferenceMs), s.WithdrawnPercent is { } p ? $"{Text(s.Withdrawn)} of {Text(s.Guesses)} ({Text(p, 1)} %)" : "none"];

    internal static string[] UnreferencedRow(UnreferencedRecording r) =>
    [
        Feet(r, f => Text(f.ValidStrides)), Feet(r, f => Text(f.MeanLengthM, 3)), r.LengthDifferencePercent is { } d ? Text(d, 1) + " %" : "",
        Feet(r, f => Text(f.PathLengthM, 2)), Feet(r, f => Text(f.EndToOriginM, 3)),
    ];

    private static string Feet(UnreferencedRecording r, Func<UnreferencedFoot, string> text) =>
        string.Join(" / ", BothFeet.InOrder.Select(foot => r[foot] is { } f && text(f) is { Length: > 0 } t ? t : "–"));

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

    // Plus zero: a rounded -0.0 is written without its sign.
    private static string Text(double? value, int decimals) =>
        value is { } v ? (ExactNumbers.Round(v, decimals) + 0.0).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : "";
}
