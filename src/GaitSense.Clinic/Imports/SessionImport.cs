using GaitSense.Analysis.Summary;
using GaitSense.Clinic.Walks;
using GaitSense.Core;
using GaitSense.Recording;
using GaitSense.Sessions;
using GaitSense.Storage;
using GaitSense.Training.People;
using GaitSense.Training.Phone;
using GaitSense.Training.Records;
using GaitSense.Walk;
using SessionSource = GaitSense.Training.Records.SessionSource;

namespace GaitSense.Clinic.Imports;

/// <summary>A recorded walk as a person's session, analysed, kept with its recording: for the command line, the desk and a phone that pushes.</summary>
public static class SessionImport
{
    /// <summary>Takes a recording. The same recording of the same person once more is no second session.</summary>
    /// <param name="store">The store, as whoever takes it may use it.</param>
    /// <param name="person">Whose walk it is.</param>
    /// <param name="path">A session's folder or file, or another program's file.</param>
    /// <param name="request">What the recording does not say itself.</param>
    /// <param name="now">Now.</param>
    /// <param name="stop">Ends it; nothing is kept then.</param>
    /// <exception cref="GaitSenseException">It cannot be read, has no samples, or cannot be kept.</exception>
    public static async Task<ImportedSession> TakeAsync(TrainingStore store, Person person, string path, ImportRequest request, DateTimeOffset now, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(request);
        // An analysis takes minutes, a hash a second.
        IReadOnlyList<Session> there = await store.Sessions.ListAsync(person.Id, cancellation: stop).ConfigureAwait(false);
        string? known = there.Any(s => s.RecordingHash is not null) ? store.Recordings.HashOf(path) : null;
        if (known is not null && there.FirstOrDefault(s => string.Equals(s.RecordingHash, known, StringComparison.Ordinal)) is { } same)
        {
            await store.Recordings.AddAsync(path, stop).ConfigureAwait(false); // what was lost from the folder is there again
            return new ImportedSession(same, IsNew: false, []);
        }

        PhoneWalk? phone = PhoneRecord.Find(path);
        SessionSource source = SourceOf(path);
        WalkSummary summary = await AnalyzeAsync(path, [], stop).ConfigureAwait(false) ?? throw new GaitSenseException($"{path}: {WalkEnd.NoSamples}");
        List<string> warnings = [.. summary.Warnings];
        string hash = await store.Recordings.AddAsync(path, stop).ConfigureAwait(false);
        Guid id = request.Id ?? Guid.CreateVersion7(now);
        Session session;
        if (phone is not null)
        {
            (session, string? warning) = PhoneRecord.Of(phone, id, person, await store.HistoryAsync(person.Id, stop).ConfigureAwait(false), summary);
            if (warning is not null) warnings.Add(warning);
        }
        else
        {
            session = Of(summary, id, person, request, source, now);
        }

        session = session with { RecordingHash = hash };
        // Who says that nobody walked is believed: the recording, or the phone beside it.
        if (source == SessionSource.Simulation) session = session with { Source = source };
        await store.Sessions.AddAsync(session, stop).ConfigureAwait(false);
        return new ImportedSession(session, IsNew: true, warnings);
    }

    /// <summary>Where the samples of a recording came from: a simulation says that it is one.</summary>
    /// <param name="path">Its folder or its file.</param>
    public static SessionSource SourceOf(string path) =>
        RecordingOrigin.SaysSimulated(path) ? SessionSource.Simulation : SessionSource.Recording;

    private static Session Of(WalkSummary summary, Guid id, Person person, ImportRequest request, SessionSource source, DateTimeOffset now)
    {
        DateTimeOffset start = summary.StartedAt ?? now;
        return new Session
        {
            Id = id,
            PersonId = person.Id,
            Task = request.Task,
            Start = start,
            End = start.AddSeconds(summary.Totals.DurationS ?? 0),
            Zone = person.Zone,
            Place = request.Place,
            Aid = person.Aid,
            Orthosis = person.Orthosis,
            Source = source,
            Status = SessionStatus.Completed,
            Software = PersonWalk.Software(),
            Measures = SessionMeasures.Of(summary),
        };
    }

    /// <summary>Walks a recording through the core once more.</summary>
    /// <param name="path">Its folder or its file.</param>
    /// <param name="observers">Who sees the walk besides.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>Its summary; null: it has no samples.</returns>
    /// <exception cref="GaitSenseException">It cannot be read.</exception>
    internal static async Task<WalkSummary?> AnalyzeAsync(string path, IReadOnlyList<IWalkObserver> observers, CancellationToken stop)
    {
        using IOpenedSource source = WalkSources.Open(path, new WalkRunnerOptions(), stop: stop);
        using var results = new WalkResults(directory: null);
        WalkEnd end = await WalkRunnerServices.RunHostedAsync(source, [results, .. observers], stop).ConfigureAwait(false);
        stop.ThrowIfCancellationRequested();
        return end.Failure is { } failure ? throw failure : results.Summary;
    }
}
