using System.Globalization;
using GaitSense.Analysis;
using GaitSense.Core;
using GaitSense.Feedback;
using GaitSense.Recording;
using GaitSense.Sessions;
using GaitSense.Walk;

namespace GaitSense.Cli;

/// <summary>
/// Analyses several recordings, some at a time. One that fails does not keep the others from being done. Where they are a cohort, those whose results are finished
/// already are taken as they are, and each says when its own are finished.
/// </summary>
internal sealed class AnalysisBatch(Terminal terminal, IReadOnlyList<AnalysisTarget> targets, AnalysisOptions analysis, bool isCohort = false)
{
    private readonly WalkSessionOptions _options = new() { CalibrationWalkS = analysis.CalibrationWalkS };
    private readonly AnalysisOutcome?[] _outcomes = new AnalysisOutcome?[targets.Count];
    private readonly double[] _progress = new double[targets.Count];
    private readonly IWalkSource?[] _sources = new IWalkSource?[targets.Count];
    private int _looked, _done, _failed;

    /// <summary>Whether finished results are made again all the same.</summary>
    public bool Again { get; init; }

    /// <summary>Runs all.</summary>
    /// <param name="workers">Recordings at the same time; at least 1.</param>
    /// <param name="stop">Ends those under way cleanly and begins no more.</param>
    public async Task<IReadOnlyList<AnalysisOutcome>> RunAsync(int workers, CancellationToken stop)
    {
        if (isCohort && !Again) await LookAsync(workers, stop).ConfigureAwait(false);
        int[] rest = [.. Enumerable.Range(0, targets.Count).Where(i => _outcomes[i] is null)];
        if (rest.Length > 0)
        {
            await using (new ProgressLine(terminal, () => What(rest.Length), Progress).Start())
            {
                await EachAsync(rest, workers, async i =>
                {
                    AnalysisOutcome outcome = _outcomes[i] = await OneAsync(targets[i], i, stop).ConfigureAwait(false);
                    Interlocked.Increment(ref outcome.Error is null ? ref _done : ref _failed);
                    Volatile.Write(ref _progress[i], 1);
                }).ConfigureAwait(false);
            }
        }

        AnalysisOutcome[] outcomes = [.. _outcomes.Select(o => o!)];
        foreach (AnalysisOutcome outcome in outcomes.Where(o => !o.WasFinished)) SayWhatMatters(outcome);
        return outcomes;
    }

    // What is finished is found before the rest is begun, so that the time left is that of the rest.
    private async Task LookAsync(int workers, CancellationToken stop)
    {
        await using (new ProgressLine(terminal, "looking for finished results", () => (double)Volatile.Read(ref _looked) / targets.Count).Start())
        {
            await EachAsync([.. Enumerable.Range(0, targets.Count)], workers, i =>
            {
                AnalysisTarget target = targets[i];
                if (!stop.IsCancellationRequested && FinishedStamp.Find(target.OutDirectory, target.Recording, analysis) is { } summary)
                    _outcomes[i] = new AnalysisOutcome(target, null, summary, null) { WasFinished = true };
                Interlocked.Increment(ref _looked);
                return Task.CompletedTask;
            }).ConfigureAwait(false);
        }
    }

    private static Task EachAsync(IEnumerable<int> indices, int workers, Func<int, Task> work) =>
        Parallel.ForEachAsync(indices, new ParallelOptions { MaxDegreeOfParallelism = workers }, async (i, _) => await Task.Run(() => work(i), CancellationToken.None).ConfigureAwait(false));

    private async Task<AnalysisOutcome> OneAsync(AnalysisTarget target, int index, CancellationToken stop)
    {
        if (stop.IsCancellationRequested) return new AnalysisOutcome(target, null, null, null, Skipped: true);
        try
        {
            string? key = isCohort ? Begin(target) : null;
            using IOpenedSource source = WalkSources.Open(target.Recording, _options, share => Volatile.Write(ref _progress[index], 0.5 * share), stop);
            Volatile.Write(ref _sources[index], source);
            using WalkCues? cues = CuesOf(source);
            using var results = new WalkResults(target.OutDirectory, cues) { Detail = analysis.FullTrajectory ? TrajectoryDetail.Full : TrajectoryDetail.MidStance };
            WalkEnd result = await new WalkSession(source, [.. cues is null ? (IWalkObserver[])[] : [cues], results], _options).RunAsync(stop).ConfigureAwait(false);
            bool isWhole = result is { Failure: null, Interrupted: false } && results.Summary is not null;
            if (key is not null && isWhole) FinishedStamp.Write(target.OutDirectory, key);
            // A cohort's numbers are those of the files, so that they do not depend on which recordings were finished before.
            WalkSummary? summary = isCohort && results.Summary is { } s ? WalkSummary.FromJson(s.ToJson()) : results.Summary;
            return new AnalysisOutcome(target, result, summary, result.Failure is { } failure ? Errors.Line(failure) : null);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return new AnalysisOutcome(target, null, null, null, Skipped: true); // while it was imported: nothing is there yet
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

    // A session that was walked with cues: they are decided once more, as in a replay.
    private WalkCues? CuesOf(IOpenedSource source)
    {
        if (source is not SessionSource session) return null;
        try
        {
            return session.Cues is { } plan ? new WalkCues(plan, session.Walk, []) { Delivered = SessionDelivery.Of(session) } : null;
        }
        catch (CuePlanException e)
        {
            terminal.Say($"warning: the report has no cues: {Errors.Line(e)}"); // the walk has its numbers all the same
            return null;
        }
    }

    // From here on, until they are made anew, the results of before do not count.
    private string? Begin(AnalysisTarget target)
    {
        FinishedStamp.Remove(target.OutDirectory);
        try
        {
            return FinishedStamp.KeyOf(target.Recording, analysis);
        }
        catch (GaitSenseException)
        {
            return null; // opening the recording says what is wrong
        }
    }

    private string What(int rest)
    {
        if (targets.Count == 1) return $"analysing {targets[0].Name}";
        int done = Volatile.Read(ref _done), failed = Volatile.Read(ref _failed);
        string before = targets.Count > rest ? string.Create(CultureInfo.InvariantCulture, $" ({targets.Count - rest} were finished)") : "";
        return string.Create(CultureInfo.InvariantCulture, $"analysing {rest} recordings{before}, {done} done{(failed > 0 ? $", {failed} failed" : "")}");
    }

    private double Progress()
    {
        double done = 0, all = 0;
        for (int i = 0; i < targets.Count; i++)
        {
            if (_outcomes[i] is { WasFinished: true }) continue;
            // Another program's file is imported first; what that came to is where reading begins.
            double begun = Volatile.Read(ref _progress[i]);
            double share = begun + ((1 - begun) * (Volatile.Read(ref _sources[i])?.Progress ?? 0));
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
