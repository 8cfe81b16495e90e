using System.Globalization;
using GaitSense.Analysis.Cohorts;
using GaitSense.Analysis.Summary;
using GaitSense.Core;
using GaitSense.Recording;
using GaitSense.Recording.Files;
using GaitSense.Walk;

namespace GaitSense.Sessions;

/// <summary>
/// Analyses several recordings, some at a time. One that fails does not keep the others from being done. Where they are a cohort, those whose results are finished
/// already are taken as they are, each says when its own are finished, and in the end there are the table and the page of all, or what a shard leaves.
/// </summary>
/// <param name="plan">The recordings, and where their results go.</param>
/// <param name="options">How they are analysed.</param>
public sealed class AnalysisBatch(AnalysisPlan plan, AnalysisOptions options)
{
    private readonly AnalysisOutcome?[] _outcomes = new AnalysisOutcome?[plan.Targets.Count];
    private readonly RecordingAnalysis?[] _running = new RecordingAnalysis?[plan.Targets.Count];
    private int _looked, _wereFinished, _done, _failed;
    private bool _hasLooked, _hasRun;
    private OutputNote? _cohort;

    /// <summary>Whether what is there may be written over, whatever it is. <value>The default is false: only what is of the same recordings is.</value></summary>
    public bool Force { get; init; }

    /// <summary>Whether finished results are made again all the same.</summary>
    public bool Again { get; init; }

    /// <summary>
    /// What a failure is in one line, as outcomes and the cohort's files have it. <value>The default says no more than the failure itself; of one that nobody foresaw, its
    /// type too.</value>
    /// </summary>
    public Func<Exception, string> InOneLine { get; init; } = static failure =>
        string.Join(' ', (failure is GaitSenseException ? failure.Message : $"unexpected {failure.GetType().Name}: {failure.Message}").Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>How far it is, at this moment; asked from any thread, as often as a screen likes.</summary>
    public AnalysisProgress Progress => new(
        plan.Targets.Count, Volatile.Read(ref _looked), Volatile.Read(ref _wereFinished), Volatile.Read(ref _done), Volatile.Read(ref _failed), Share());

    /// <summary>What became of the recordings, in the order of the plan; null for those that are not done yet. Asked from any thread.</summary>
    public IReadOnlyList<AnalysisOutcome?> Outcomes => [.. Enumerable.Range(0, _outcomes.Length).Select(i => Volatile.Read(ref _outcomes[i]))];

    /// <summary>
    /// Takes away what an earlier run of this shard said, and finds what is finished, before the rest is begun, so that <see cref="AnalysisProgress.Share"/> is that of the
    /// rest. For those who want to show it as a step of its own: <see cref="RunAsync"/> does it where that was not done. Called once.
    /// </summary>
    /// <param name="workers">Recordings at the same time; at least 1.</param>
    /// <param name="stop">Looks at no more; they count as not finished.</param>
    /// <exception cref="RecordingWriteException">What an earlier run said cannot be taken away.</exception>
    public async Task LookAsync(int workers, CancellationToken stop)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        if (_hasLooked) throw new InvalidOperationException("A batch looks for finished results once.");
        _hasLooked = true;
        if (plan.CohortDirectory is { } all) _cohort = Rule.Check(all, CohortFiles, Made());
        // Killed from here on, a shard has not said how it ended.
        if (plan is { Shard: { } shard, CohortDirectory: { } folder }) WholeFile.Delete(Path.Combine(folder, ShardFile.NameOf(shard.Index, shard.Of)));
        if (plan.CohortDirectory is null || Again) return;
        await EachAsync(Enumerable.Range(0, plan.Targets.Count), workers, i =>
        {
            AnalysisTarget target = plan.Targets[i];
            if (!stop.IsCancellationRequested && FinishedStamp.Find(target.OutDirectory, target.Recording, options, target.Import, target.Person) is { } summary)
            {
                Volatile.Write(ref _outcomes[i], new AnalysisOutcome(target, null, null, null) { IsInFile = true, Warnings = summary.Warnings, Person = target.Person.Or(summary.Person), WasFinished = true });
                Interlocked.Increment(ref _wereFinished);
            }

            Interlocked.Increment(ref _looked);
            return Task.CompletedTask;
        }).ConfigureAwait(false);
    }

    /// <summary>Runs all. Called once.</summary>
    /// <param name="workers">Recordings at the same time; at least 1.</param>
    /// <param name="stop">Ends those under way cleanly and begins no more. It is no error: the outcomes say what was left, and the next run goes on there.</param>
    /// <returns>What became of the recordings, in the order of the plan. A recording's failure is in its outcome.</returns>
    /// <exception cref="RecordingWriteException">The cohort's own files cannot be written or taken away; <see cref="Outcomes"/> has what was done all the same.</exception>
    public async Task<IReadOnlyList<AnalysisOutcome>> RunAsync(int workers, CancellationToken stop)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        if (_hasRun) throw new InvalidOperationException("A batch is run once.");
        _hasRun = true;
        if (!_hasLooked) await LookAsync(workers, stop).ConfigureAwait(false);
        await EachAsync([.. Enumerable.Range(0, plan.Targets.Count).Where(i => _outcomes[i] is null)], workers, async i =>
        {
            AnalysisOutcome outcome = await OneAsync(i, stop).ConfigureAwait(false);
            Volatile.Write(ref _outcomes[i], outcome);
            Volatile.Write(ref _running[i], null);
            Interlocked.Increment(ref outcome.Error is null ? ref _done : ref _failed);
        }).ConfigureAwait(false);
        AnalysisOutcome[] outcomes = [.. _outcomes.Select(o => o!)];
        if (plan.CohortDirectory is { } cohort) Write(cohort, outcomes.Select(o => o.ToEntry()));
        return outcomes;
    }

    private static Task EachAsync(IEnumerable<int> indices, int workers, Func<int, Task> work) =>
        Parallel.ForEachAsync(indices, new ParallelOptions { MaxDegreeOfParallelism = workers }, async (i, _) => await Task.Run(() => work(i), CancellationToken.None).ConfigureAwait(false));

    private async Task<AnalysisOutcome> OneAsync(int index, CancellationToken stop)
    {
        AnalysisTarget target = plan.Targets[index];
        if (stop.IsCancellationRequested) return new AnalysisOutcome(target, null, null, null, Skipped: true);
        var recording = new RecordingAnalysis(target, options);
        Volatile.Write(ref _running[index], recording);
        bool isCohort = plan.CohortDirectory is not null;
        try
        {
            MadeNote made = MadeNote.Of(AnalysisTarget.ResultKind, target.Import?.Inputs ?? [target.Recording]);
            OutputNote note = ResultFolder.Check(Rule, target.OutDirectory, made, plan.OutDirectory);
            string? key = isCohort ? Begin(target, made) : null;
            if (options.SignalPage) note.Expect(WalkSignals.File);
            (WalkEnd result, WalkSummary? summary) = await recording.RunAsync(note, stop).ConfigureAwait(false);
            GaitSenseException? failure = result.Failure ?? (recording.Loss is { } loss && !result.Interrupted ? new RecordingFormatException(target.Recording, loss) : null);
            bool isWhole = failure is null && !result.Interrupted && summary is not null;
            if (summary is not null)
            {
                ResultFolder.RemoveStale(target.OutDirectory, note, options.SignalPage);
                note.Settle();
                if (key is not null && isWhole) FinishedStamp.Write(target.OutDirectory, key, made);
            }

            // A cohort's numbers are those of the files, so that they do not depend on which recordings were finished before.
            bool isInFile = isCohort && summary is not null;
            return new AnalysisOutcome(target, result, isInFile ? null : summary, failure is null ? null : InOneLine(failure))
            {
                IsInFile = isInFile,
                Warnings = summary?.Warnings ?? [],
                Person = target.Person.Or(summary?.Person ?? PersonVisit.Unknown),
                Failure = failure,
                CueFailure = recording.CueFailure,
            };
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return new AnalysisOutcome(target, null, null, null, Skipped: true); // while it was imported: nothing is there yet
        }
        catch (Exception e)
        {
            return new AnalysisOutcome(target, null, null, InOneLine(e)) { Failure = e, CueFailure = recording.CueFailure };
        }
    }

    // From here on, until they are made anew, the results of before do not count.
    private string? Begin(AnalysisTarget target, MadeNote made)
    {
        FinishedStamp.Remove(target.OutDirectory);
        try
        {
            return FinishedStamp.KeyOf(target.Recording, options, target.Import, target.Person, made);
        }
        catch (GaitSenseException)
        {
            return null; // opening the recording says what is wrong
        }
    }

    private void Write(string folder, IEnumerable<CohortEntry> entries)
    {
        if (plan.Shard is { } shard) ShardFile.From(shard, plan.AllNames, options, entries).Write(folder, _cohort!);
        else CohortFolder.Write(folder, new Cohort(entries), _cohort!);
    }

    private OutputRule Rule => new(plan.Inputs, Force);

    // The files of all, or of a shard.
    private string[] CohortFiles => plan.Shard is { } shard ? [ShardFile.NameOf(shard.Index, shard.Of)] : CohortFolder.Files;

    // A recording counts as the same by its name and size: to read thousands before the first is begun would take long.
    private MadeNote Made() => new(
        plan.Shard is null ? CohortFolder.Kind : "shard", MadeNote.PlaceOf(plan.Inputs),
        [.. plan.Targets.Select(t => MadeNote.DigestOf(string.Create(CultureInfo.InvariantCulture, $"{t.Name} {t.Weight}"))).Order(StringComparer.Ordinal)]);

    private double Share()
    {
        double done = 0, all = 0;
        for (int i = 0; i < plan.Targets.Count; i++)
        {
            // In this order: an outcome is there before its recording is no longer under way, so that none is missed between the two.
            double running = Volatile.Read(ref _running[i])?.Progress ?? 0;
            AnalysisOutcome? outcome = Volatile.Read(ref _outcomes[i]);
            if (outcome is { WasFinished: true }) continue;
            double share = outcome is not null ? 1 : running;
            done += share * plan.Targets[i].Weight;
            all += plan.Targets[i].Weight;
        }

        return all > 0 ? done / all : 0;
    }
}
