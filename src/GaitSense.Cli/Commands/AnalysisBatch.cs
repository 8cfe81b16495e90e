using GaitSense.Sessions;

namespace GaitSense.Cli;

/// <summary>Analyses several recordings, some at a time. One that fails does not keep the others from being done.</summary>
internal sealed class AnalysisBatch(Terminal terminal, IReadOnlyList<AnalysisTarget> targets, bool fullTrajectory, WalkSessionOptions options)
{
    private readonly double[] _progress = new double[targets.Count];
    private readonly ISampleSource?[] _sources = new ISampleSource?[targets.Count];

    /// <summary>Runs all.</summary>
    /// <param name="jobs">Recordings at the same time; at least 1.</param>
    /// <param name="stop">Ends those under way cleanly and begins no more.</param>
    public async Task<IReadOnlyList<AnalysisOutcome>> RunAsync(int jobs, CancellationToken stop)
    {
        var outcomes = new AnalysisOutcome[targets.Count];
        string what = targets.Count == 1 ? $"analysing {targets[0].Name}" : $"analysing {targets.Count} recordings";
        await using (new ProgressLine(terminal, what, Progress).Start())
        {
            await Parallel.ForEachAsync(
                Enumerable.Range(0, targets.Count),
                new ParallelOptions { MaxDegreeOfParallelism = jobs },
                async (i, _) =>
                {
                    outcomes[i] = await OneAsync(i, stop).ConfigureAwait(false);
                    Volatile.Write(ref _progress[i], 1);
                }).ConfigureAwait(false);
        }

        foreach (AnalysisOutcome outcome in outcomes) SayWhatMatters(outcome);
        return outcomes;
    }

    private async Task<AnalysisOutcome> OneAsync(int index, CancellationToken stop)
    {
        AnalysisTarget target = targets[index];
        if (stop.IsCancellationRequested) return new AnalysisOutcome(target, null, null, null, Skipped: true);
        try
        {
            using RecordingSource source = RecordingSource.Open(target.Recording, options);
            Volatile.Write(ref _sources[index], source);
            using var results = new WalkResults(target.OutDirectory, fullTrajectory);
            WalkSessionResult result = await new WalkSession(source, [results], options).RunAsync(stop).ConfigureAwait(false);
            return new AnalysisOutcome(target, result, results.Summary, result.Failure is { } failure ? Errors.Line(failure) : null);
        }
        catch (Exception e)
        {
            if (terminal.Verbose) terminal.Say(e.ToString());
            return new AnalysisOutcome(target, null, null, Errors.Line(e));
        }
        finally
        {
            Volatile.Write(ref _sources[index], null);
        }
    }

    private double Progress()
    {
        double done = 0, all = 0;
        for (int i = 0; i < targets.Count; i++)
        {
            double share = Volatile.Read(ref _sources[i])?.Progress ?? Volatile.Read(ref _progress[i]);
            done += share * targets[i].Weight;
            all += targets[i].Weight;
        }

        return all > 0 ? done / all : 0;
    }

    private void SayWhatMatters(AnalysisOutcome outcome)
    {
        string prefix = targets.Count > 1 ? $"{outcome.Target.Name}: " : "";
        foreach (string warning in outcome.Summary?.Warnings ?? []) terminal.Say($"warning: {prefix}{warning}");
        if (outcome.Error is { } error) terminal.Say($"gaitsense: {error}");
    }
}
