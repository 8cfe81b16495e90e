using GaitSense.Core;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;
using GaitSense.Training.Texts;

namespace GaitSense.Clinic.Live;

/// <summary>A session of which nothing but its row in the store is here, as a page that watches it is told.</summary>
internal static class StoredSnapshot
{
    /// <summary>Nobody here hears of a session that runs by its row.</summary>
    public const string Lost = "lost";

    /// <summary>The session.</summary>
    /// <param name="session">The session.</param>
    /// <param name="person">Whose.</param>
    /// <param name="state">"ended", or <see cref="Lost"/>.</param>
    public static Snapshot Of(Session session, Person person, string state) => new()
    {
        Session = session.Id,
        Person = person.Id,
        Code = person.Code,
        Kind = SessionKind.KeyOf(session),
        State = state,
        TimeS = 0,
        Backward = session.Task == TrainingTask.Backward,
        IsWalking = false,
        Direction = Words.Of(WalkingDirection.Unknown),
        Steps = 0,
        Strides = 0,
        WalkedS = 0,
        Feet = new BothFeetView(new FootView("unknown", "none"), new FootView("unknown", "none")),
        Warnings = [],
        Simulated = session.Source == SessionSource.Simulation,
    };

    /// <summary>That it has ended.</summary>
    /// <param name="session">The session.</param>
    /// <param name="texts">The language of the desk.</param>
    public static EndedEvent Ended(Session session, Catalogue texts) =>
        new(session.Id, Words.InFiles(session.Status), session.Status == SessionStatus.CutOff ? [texts.Clinician("desk.live.cut-off")] : []);
}
