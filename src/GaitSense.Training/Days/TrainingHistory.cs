using GaitSense.Training.Gates;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;

namespace GaitSense.Training.Days;

/// <summary>What a person's days, progression and volume are decided from. Simulated sessions never count as a person's, unless the person is simulated.</summary>
public sealed record TrainingHistory
{
    /// <summary>All versions of the plan.</summary>
    public IReadOnlyList<Plan> Plans { get; init; } = [];

    /// <summary>All sessions.</summary>
    public IReadOnlyList<Session> Sessions { get; init; } = [];

    /// <summary>The fall diary.</summary>
    public IReadOnlyList<Fall> Falls { get; init; } = [];

    /// <summary>Sign-offs.</summary>
    public IReadOnlyList<SignOff> SignOffs { get; init; } = [];

    /// <summary>Checks before sessions.</summary>
    public IReadOnlyList<DayCheck> Checks { get; init; } = [];

    /// <summary>The person is simulated, so that simulated sessions count. <value>The default is no.</value></summary>
    public bool IsSimulated { get; init; }

    /// <summary>The sessions that count.</summary>
    public IEnumerable<Session> Counted => Sessions.Where(s => IsSimulated || s.Source != SessionSource.Simulation);

    /// <summary>Those of them that are practice: a timed test is no dose, and neither a plan's volume nor its days are made of it. What a person reports of it (pain, a fall) counts all the same.</summary>
    public IEnumerable<Session> Practised => Counted.Where(s => !SessionKind.IsTest(s));

    /// <summary>The slot that a session followed; null: none, or one of no version here.</summary>
    public Slot? SlotOf(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return session.SlotId is { } id ? Plans.SelectMany(p => p.Slots).FirstOrDefault(s => s.Id == id) : null;
    }
}
