using GaitSense.Exchange;
using GaitSense.Recording.Files;
using GaitSense.Storage;
using GaitSense.Training.People;
using GaitSense.Training.Records;

namespace GaitSense.Clinic.Exports;

/// <summary>Gathers of a store what may leave; which of it does is decided by <see cref="ExportPlan"/>.</summary>
public static class ExportWork
{
    private const string PlainRecording = "session.json";

    /// <summary>A new folder beside the store for what is on its way; whoever asks for it deletes it.</summary>
    public static string NewFolder(TrainingStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        return Path.Combine(store.Location.Folder, "leaving", Guid.NewGuid().ToString("N"));
    }

    /// <summary>What is known of a person that may leave.</summary>
    /// <param name="store">The store.</param>
    /// <param name="person">The person.</param>
    /// <param name="recordingsTo">A folder that receives recordings; null: none are asked for.</param>
    /// <param name="stop">Ends it.</param>
    public static async Task<PersonExport> OfAsync(TrainingStore store, Person person, string? recordingsTo, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(person);
        IReadOnlyList<Session> sessions = await store.Sessions.ListAsync(person.Id, cancellation: stop).ConfigureAwait(false);
        Dictionary<Guid, string> recordings = [];
        if (recordingsTo is not null)
        {
            PrivateFiles.CreateFolder(recordingsTo);
            foreach (Session session in sessions.Where(s => s.RecordingHash is not null && ExportPlan.Leaves(s)))
            {
                string at = await store.Recordings.ExtractAsync(session.RecordingHash!, Path.Combine(recordingsTo, session.Id.ToString("N")), stop).ConfigureAwait(false);
                if (File.Exists(Path.Combine(at, PlainRecording))) recordings[session.Id] = at;
            }
        }

        return new PersonExport
        {
            Person = person,
            Sessions = sessions,
            Consents = await store.Consents.ListAsync(person.Id, stop).ConfigureAwait(false),
            Falls = await store.Falls.ListAsync(person.Id, stop).ConfigureAwait(false),
            Checks = await store.Checks.ListAsync(person.Id, stop).ConfigureAwait(false),
            Recordings = recordings,
        };
    }
}
