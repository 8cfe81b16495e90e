using System.CommandLine;
using GaitSense.Analysis.Summary;
using GaitSense.Cli.App;
using GaitSense.Cli.Commands;
using GaitSense.Clinic.Walks;
using GaitSense.Recording;
using GaitSense.Sessions;
using GaitSense.Storage;
using GaitSense.Training.People;
using GaitSense.Training.Phone;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;
using GaitSense.Walk;
using SessionSource = GaitSense.Training.Records.SessionSource;

namespace GaitSense.Cli.Training;

/// <summary><c>gaitsense session import</c>: a recorded walk as a session, analysed, kept with its recording.</summary>
internal static class SessionImportCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense session import P07 my-walk              a recording, or another program's file (see convert)
          gaitsense session import P07 my-walk --task backward --place clinic

          gaitsense session import P07 2026-11-30T09-00-00  a walk that a phone saved, unpacked: it says itself what it was, and counts for the plan

        The same recording once more is no second session. The day is that of the recording; one without a time has the day of the import.
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        StoreArguments store = new();
        Argument<string> code = StoreArguments.Person();
        Argument<string> recording = CommonOptions.Recording();
        Option<string?> task = PersonFields.Choice<TrainingTask>("--task", "What was done. Default: comfortable_walk.");
        Option<string?> place = PlanTodayCommand.PlaceOption();
        var command = new Command("import", "Analyse a recorded walk and keep it as a person's session.") { code, recording, task, place, store.Store };
        command.SetAction((parsed, stop) => guard(
            async (terminal, token) =>
            {
                string path = parsed.GetValue(recording)!;
                await using TrainingStore opened = await store.OpenAsync(terminal, parsed, create: false, token).ConfigureAwait(false);
                Person person = await StoreArguments.FindAsync(opened, parsed.GetValue(code)!, token).ConfigureAwait(false);
                // An analysis takes minutes, a hash a second.
                IReadOnlyList<Session> there = await opened.Sessions.ListAsync(person.Id, cancellation: token).ConfigureAwait(false);
                string? known = there.Any(s => s.RecordingHash is not null) ? opened.Recordings.HashOf(path) : null;
                if (known is not null && there.FirstOrDefault(s => string.Equals(s.RecordingHash, known, StringComparison.Ordinal)) is { } same)
                {
                    await opened.Recordings.AddAsync(path, token).ConfigureAwait(false); // what was lost from the folder is there again
                    terminal.Out.WriteLine($"{person.Code}: the recording is session {SessionCommand.Short(same.Id)} already");
                    return ExitCode.Done;
                }

                PhoneWalk? phone = PhoneRecord.Find(path);
                SessionSource source = SourceOf(path);
                WalkSummary summary = await AnalyzeAsync(path, token).ConfigureAwait(false);
                foreach (string warning in summary.Warnings) terminal.Report($"warning: {warning}");
                string hash = await opened.Recordings.AddAsync(path, token).ConfigureAwait(false);
                DateTimeOffset now = terminal.Time.GetUtcNow(), start = summary.StartedAt ?? now;
                Session session = phone is not null
                    ? PhoneRecord.Of(terminal, phone, person, await opened.HistoryAsync(person.Id, token).ConfigureAwait(false), summary, now) with { RecordingHash = hash }
                    : new()
                    {
                        Id = Guid.CreateVersion7(now),
                        PersonId = person.Id,
                        Task = PersonFields.Of(parsed, task, TrainingTask.ComfortableWalk),
                        Start = start,
                        End = start.AddSeconds(summary.Totals.DurationS ?? 0),
                        Zone = person.Zone,
                        Place = PersonFields.Of(parsed, place, Place.Home),
                        Aid = person.Aid,
                        Orthosis = person.Orthosis,
                        Source = source,
                        Status = SessionStatus.Completed,
                        RecordingHash = hash,
                        Software = PersonWalk.Software(),
                        Measures = SessionMeasures.Of(summary),
                    };
                // Who says that nobody walked is believed: the recording, or the phone beside it.
                if (source == SessionSource.Simulation) session = session with { Source = source };
                await opened.Sessions.AddAsync(session, token).ConfigureAwait(false);
                string counts = session.Source == SessionSource.Simulation ? ", simulated: it does not count" : "";
                terminal.Out.WriteLine($"{person.Code}: session {SessionCommand.Short(session.Id)} of {path}{counts}; gaitsense session show {SessionCommand.Short(session.Id)} shows it");
                return ExitCode.Done;
            },
            parsed,
            stop));
        return command;
    }

    /// <summary>Where the samples of a recording came from: a simulation says that it is one.</summary>
    /// <param name="path">Its folder or its file.</param>
    public static SessionSource SourceOf(string path) =>
        RecordingOrigin.SaysSimulated(path) ? SessionSource.Simulation : SessionSource.Recording;

    private static async Task<WalkSummary> AnalyzeAsync(string path, CancellationToken stop)
    {
        using IOpenedSource source = WalkSources.Open(path, new WalkRunnerOptions(), stop: stop);
        using var results = new WalkResults(directory: null);
        WalkEnd end = await WalkRunnerServices.RunHostedAsync(source, [results], stop).ConfigureAwait(false);
        stop.ThrowIfCancellationRequested();
        return end.Failure is { } failure ? throw failure : results.Summary ?? throw new Core.GaitSenseException($"{path}: {WalkEnd.NoSamples}");
    }
}
