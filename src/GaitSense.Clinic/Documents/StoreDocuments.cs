using System.Text.Json.Nodes;
using GaitSense.Training.Gates;
using GaitSense.Training.People;
using GaitSense.Training.Records;
using GaitSense.Training.TimedTests;

namespace GaitSense.Clinic.Documents;

/// <summary>A person's and a session's row as a document for programs: what nobody was asked is left out, as all that is missing.</summary>
public static class StoreDocuments
{
    /// <summary>A person.</summary>
    public static JsonNode Of(Person person)
    {
        JsonObject document = StoreJson.Node(person).AsObject();
        // The word stands for "neither" and for "not said" (AffectedSide.None).
        if (person.AffectedSide == AffectedSide.None) document.Remove("affected_side");
        return document;
    }

    /// <summary>A session, with its kind.</summary>
    /// <param name="session">The session.</param>
    /// <param name="checks">Checks of its person.</param>
    public static JsonNode Of(Session session, IEnumerable<DayCheck> checks)
    {
        JsonObject document = StoreJson.Node(session).AsObject();
        document["kind"] = SessionKind.KeyOf(session);
        if (session.Trials.Where(TrialReview.Waits).Select(t => t.No).ToArray() is { Length: > 0 } waiting) document["trials_to_review"] = StoreJson.Node(waiting);
        if (SaidBefore.Company(session, checks) is null) document.Remove("company");
        return document;
    }
}
