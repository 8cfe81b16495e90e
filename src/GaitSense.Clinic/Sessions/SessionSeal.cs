using System.Text.Json.Nodes;
using GaitSense.Clinic.Documents;
using GaitSense.Recording.Files;
using GaitSense.Storage;
using GaitSense.Training.Records;

namespace GaitSense.Clinic.Sessions;

/// <summary>Who released a session, when, and the hash of what was released. It is a line of the audit: nothing else says it, and nothing can change it.</summary>
/// <param name="By">The account's pseudonym.</param>
/// <param name="At">When.</param>
/// <param name="Hash">SHA-256 of the session's document, in hex.</param>
internal sealed record SessionSeal(string By, DateTimeOffset At, string Hash)
{
    private const string Verb = "session released";

    /// <summary>The hash of a session as it is: of all that is kept of it, as the document that programs get.</summary>
    public static string HashOf(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        JsonNode document = StoreJson.Node(session);
        return Sha256Hex.Of(document.ToJsonString());
    }

    /// <summary>Releases a session as it is.</summary>
    public static async Task<SessionSeal> ReleaseAsync(TrainingStore store, Session session, DateTimeOffset now, CancellationToken stop)
    {
        string hash = HashOf(session);
        await store.Audit.AddAsync(Verb, session.PersonId, $"{session.Id} {hash}", stop);
        return new SessionSeal(store.Actor.Account, now, hash);
    }

    /// <summary>The release of a session as it is now; null: it was not released, or has changed since.</summary>
    public static async Task<SessionSeal?> FindAsync(TrainingStore store, Session session, CancellationToken stop)
    {
        AuditEntry? line = await store.Audit.FindLastAsync(Verb, session.Id.ToString(), stop);
        string hash = HashOf(session);
        return line is not null && line.What.EndsWith(hash, StringComparison.Ordinal) ? new SessionSeal(line.Account, line.At, hash) : null;
    }
}
