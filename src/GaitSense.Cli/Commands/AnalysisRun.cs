using System.Globalization;
using GaitSense.Cli.App;
using GaitSense.Cli.View;
using GaitSense.Sessions;

namespace GaitSense.Cli.Commands;

/// <summary>A batch of analyses in front of a person: how far it is, and what went wrong.</summary>
internal sealed class AnalysisRun(Terminal terminal, AnalysisPlan plan, AnalysisOptions options, bool again = false, bool force = false)
{
    private readonly AnalysisBatch _batch = new(plan, options) { Again = again, Force = force, InOneLine = Errors.Line };

    /// <summary>What archives were unpacked to, and are not called; null: none were.</summary>
    public UnpackedWalks? Given { get; init; }

    /// <summary>Runs all.</summary>
    /// <param name="workers">Recordings at the same time; at least 1.</param>
    /// <param name="stop">Ends those under way cleanly and begins no more.</param>
    public async Task<IReadOnlyList<AnalysisOutcome>> RunAsync(int workers, CancellationToken stop)
    {
        if (plan.CohortDirectory is not null && !again)
        {
            await using (new ProgressLine(terminal, "looking for finished results", () => (double)_batch.Progress.Looked / plan.Targets.Count).Start())
                await _batch.LookAsync(workers, stop).ConfigureAwait(false);
        }

        try
        {
            await using (_batch.Progress.ToDo == 0 ? null : new ProgressLine(terminal, What, () => _batch.Progress.Share).Start())
                return await _batch.RunAsync(workers, stop).ConfigureAwait(false);
        }
        finally
        {
            // Where the table of all cannot be written, what there is to say of each is said all the same.
            foreach (AnalysisOutcome outcome in _batch.Outcomes.OfType<AnalysisOutcome>().Where(o => !o.WasFinished)) ReportDetails(outcome);
            foreach (AnalysisOutcome outcome in _batch.Outcomes.OfType<AnalysisOutcome>().Where(o => !o.WasFinished)) ReportEssentials(outcome);
        }
    }

    private string What()
    {
        AnalysisProgress p = _batch.Progress;
        if (p.Recordings == 1) return $"analysing {plan.Targets[0].Name}";
        string before = p.WereFinished > 0 ? string.Create(CultureInfo.InvariantCulture, $" ({p.WereFinished} were finished)") : "";
        return string.Create(CultureInfo.InvariantCulture, $"analysing {p.ToDo} recordings{before}, {p.Done} done{(p.Failed > 0 ? $", {p.Failed} failed" : "")}");
    }

    private void ReportDetails(AnalysisOutcome outcome)
    {
        if (outcome.CueFailure is { } cues) terminal.Report($"warning: the report has no cues: {Errors.Line(cues)}");
        // A walk that ended early says enough in its line.
        if (terminal.Verbose && outcome is { Result: null, Failure: { } failure }) terminal.ReportDetails(failure);
    }

    private void ReportEssentials(AnalysisOutcome outcome)
    {
        string prefix = plan.Targets.Count > 1 ? $"{outcome.Target.Name}: " : "";
        foreach (string warning in outcome.Warnings) terminal.Report($"warning: {prefix}{warning}");
        if (outcome.Error is { } error) terminal.Report($"gaitsense: {Given?.AsGiven(error) ?? error}");
    }
}
