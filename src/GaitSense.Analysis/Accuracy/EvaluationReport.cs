using System.Globalization;
using System.Text;
using GaitSense.Analysis.Plots;
using GaitSense.Analysis.Report;
using GaitSense.Analysis.Walks;

namespace GaitSense.Analysis.Accuracy;

/// <summary>An evaluation as one self-contained HTML page: pooled figures and plots first, then every recording.</summary>
public static class EvaluationReport
{
    private const int MaxPlottedRecordings = 100;

    /// <summary>The page.</summary>
    /// <param name="evaluation">What was measured.</param>
    /// <param name="version">Version of the program; null for this library's.</param>
    public static string ToHtml(Evaluation evaluation, string? version = null)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        RecordingEvaluation all = evaluation.Pooled;
        int n = evaluation.Recordings.Count;
        StringBuilder body = new();
        body.Append($"<header><h1>Accuracy against references</h1><p class=\"sub\">{n.ToString(CultureInfo.InvariantCulture)} {(n == 1 ? "recording" : "recordings")}. Errors are detected minus reference.</p></header>\n");
        if (n == 0 && evaluation.Unreferenced.Count == 0) body.Append(Page.Section("Nothing to judge", null, Page.Empty("No recording with a reference was given.")));
        if (n > 0) body.Append(Page.Section("All recordings together", "Each event and stride counts once.", EvaluationPlots.Tiles(all.Result)));
        body.Append(Plots(all));
        if (n > 1) body.Append(Page.Section("Every recording", "Pools of one kind are at the end.", EvaluationPlots.Table([.. evaluation.Recordings, .. evaluation.PooledByKind, all])));
        RecordingEvaluation[] guessed = [.. evaluation.Recordings.Where(EvaluationTable.HasGuesses), .. evaluation.PooledByKind.Where(EvaluationTable.HasGuesses)];
        if (guessed.Length > 0)
        {
            body.Append(Page.Section("Early guesses of events", EvaluationTable.GuessRules, Table(
                EvaluationTable.GuessHeadings, (n > 1 ? [.. guessed, all] : guessed).Select(r => (string[])[r.Name, .. EvaluationTable.GuessRow(r)]))));
        }

        if (evaluation.Unreferenced.Count > 0)
        {
            body.Append(Page.Section("Recordings without a reference", EvaluationTable.UnreferencedRules, Table(
                EvaluationTable.UnreferencedHeadings, evaluation.Unreferenced.Select(r => (string[])[r.Name, .. EvaluationTable.UnreferencedRow(r)]))));
        }

        foreach (RecordingEvaluation pool in evaluation.PooledByKind.Where(p => evaluation.Recordings.Any(r => !string.Equals(r.Kind, p.Kind, StringComparison.Ordinal))))
            body.Append(Folded(pool, "all of kind "));
        if (n > 1)
            foreach (RecordingEvaluation r in evaluation.Recordings.Take(MaxPlottedRecordings)) body.Append(Folded(r, ""));
        if (n > MaxPlottedRecordings)
            body.Append($"<p class=\"sub\">Plots of the first {MaxPlottedRecordings.ToString(CultureInfo.InvariantCulture)} recordings only; evaluate another alone for its plots.</p>\n");
        body.Append(Page.Section("How it is judged", null, EvaluationPlots.Rules()));
        body.Append($"<footer>GaitSense {Markup.Escape(version ?? WalkContext.LibraryVersion)}. Training and research software, not a medical device.</footer>\n");
        return Page.Of("GaitSense: accuracy against references", body.ToString());
    }

    private static string Table(string[] headings, IEnumerable<string[]> rows) =>
        Page.Table(["Recording", .. headings.Skip(1).Select(h => "#" + h)], rows.Select(cells => cells.Select((c, i) => Markup.Escape(i == 0 ? c : c.Replace('-', '−'))).ToArray()));

    private static string Folded(RecordingEvaluation r, string before)
    {
        string plots = Plots(r);
        return plots.Length == 0 ? "" : $"<details><summary>{before}{Markup.Escape(r.Name)}</summary>\n{plots}</details>\n";
    }

    private static string Plots(RecordingEvaluation r)
    {
        StringBuilder html = new();
        if (r.InitialContactErrorsS.Count + r.TerminalContactErrorsS.Count > 0)
            html.Append(Page.Section("Event timing", "How far detected events lie from the reference. Beyond the edges: counted in the outermost bars.", EvaluationPlots.EventErrors(r)));
        if (r.InitialContactKnownAfterS.Count + r.TerminalContactKnownAfterS.Count > 0)
            html.Append(Page.Section("Latency", "How long after the reference time the event was known: what a cue would feel.", EvaluationPlots.Latency(r)));
        if (r.StridePairs.Count > 0)
            html.Append(Page.Section("Stride length", "Agreement with the reference (Bland and Altman) and error against size and speed.", EvaluationPlots.Lengths(r)));
        return html.ToString();
    }
}
