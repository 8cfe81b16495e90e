using GaitSense.Analysis.Summary;
using GaitSense.Core;
using GaitSense.Feedback.Plan;
using GaitSense.Recording.Files;
using GaitSense.Recording.Results;
using GaitSense.Walk;

namespace GaitSense.Sessions;

/// <summary>One recording, walked through the one path into its result folder. All that a batch has to know of walks is here.</summary>
internal sealed class RecordingAnalysis(AnalysisTarget target, AnalysisOptions analysis)
{
    private readonly WalkRunnerOptions _options = new() { CalibrationWalkS = analysis.CalibrationWalkS };
    private IWalkSource? _source;
    private double _imported;

    /// <summary>Share of it that is done, 0 to 1; asked from any thread.</summary>
    public double Progress
    {
        get
        {
            // Another program's file is imported first; what that came to is where reading begins. Read in the order opposite to the end's, so that it never goes back.
            double read = Volatile.Read(ref _source)?.Progress ?? 0, begun = Volatile.Read(ref _imported);
            return begun + ((1 - begun) * read);
        }
    }

    /// <summary>Why there are no cues although the walk had some; null where nothing is wrong with them.</summary>
    public GaitSenseException? CueFailure { get; private set; }

    /// <summary>Why the walk is not whole although its source was read to its end; null where it is.</summary>
    public string? Loss { get; private set; }

    /// <summary>Walks it.</summary>
    /// <param name="note">The note of its results.</param>
    /// <param name="stop">Ends it as if the recording had ended there.</param>
    /// <returns>How the walk ended, and its numbers; null where there are none.</returns>
    /// <exception cref="GaitSenseException">It cannot be opened, or its results cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was stopped while it was imported: nothing is there yet.</exception>
    public async Task<(WalkEnd Result, WalkSummary? Summary)> RunAsync(OutputNote note, CancellationToken stop)
    {
        try
        {
            using IOpenedSource source = WalkSources.Open(target.Recording, _options, share => Volatile.Write(ref _imported, 0.5 * share), target.Import, stop);
            Volatile.Write(ref _source, source);
            using WalkCues? cues = CuesOf(source);
            using var results = new WalkResults(target.OutDirectory, cues) { Detail = analysis.FullTrajectory ? TrajectoryDetail.Full : TrajectoryDetail.MidStance, Person = target.Person, Note = note };
            using WalkSignals? signals = analysis.SignalPage ? new WalkSignals(target.OutDirectory) : null;
            IWalkObserver?[] observers = [cues, results, signals];
            WalkEnd result = await new WalkRunner(source, [.. observers.OfType<IWalkObserver>()], _options).RunAsync(stop).ConfigureAwait(false);
            Loss = result.Samples == 0 ? WalkEnd.NoSamples : (source as SessionSource)?.Loss;
            return results.Failure is { } failure ? throw failure : (result, results.Summary);
        }
        finally
        {
            Volatile.Write(ref _imported, 1);
            // The batch keeps this until it is over: thousands of sources with their rings and buffers would stay with it.
            Volatile.Write(ref _source, null);
        }
    }

    // A session that was walked with cues: they are decided once more, as in a replay.
    private WalkCues? CuesOf(IOpenedSource source)
    {
        if (source is not SessionSource session) return null;
        CuePlan? plan = session.TryReadCues(out GaitSenseException? failure);
        CueFailure = failure;
        return plan is null ? null : new WalkCues(plan, session.Walk, []) { Delivered = SessionDelivery.Of(session) };
    }
}
