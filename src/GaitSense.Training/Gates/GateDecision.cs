using GaitSense.Training.People;
using GaitSense.Training.Plans;

namespace GaitSense.Training.Gates;

/// <summary>What the gates of a day let through, and why they hold what they hold.</summary>
public sealed record GateDecision
{
    /// <summary>The gates that hold, in the order of their weight.</summary>
    public required IReadOnlyList<GateReason> Reasons { get; init; }

    /// <summary>Keys of texts that the walker is told before walking: "advice.no-call".</summary>
    public required IReadOnlyList<string> Advice { get; init; }

    /// <summary>What the answers change beyond today.</summary>
    public required IReadOnlyList<GateEffect> Effects { get; init; }

    /// <summary>"Do not walk. Call the emergency number": shown before all else.</summary>
    public bool IsEmergency => Has(GateRules.EmergencyKey);

    /// <summary>Part of the dose that is left today: 1 is all.</summary>
    public required double DoseShare { get; init; }

    /// <summary>Minutes after which a rest is built in today; null: the plan's own.</summary>
    public double? BoutMinutes { get; init; }

    /// <summary>Minutes of such a rest; null: the plan's own.</summary>
    public double? RestMinutes { get; init; }

    /// <summary>Whether any session may be today.</summary>
    public bool MayWalk => !Holds(GateHold.Session);

    /// <summary>Whether a task may be practised today.</summary>
    /// <param name="task">The task.</param>
    /// <param name="place">Where.</param>
    public bool May(TrainingTask task, Place place) => !HeldBy(task, place).Any();

    /// <summary>The gates that hold a task.</summary>
    /// <param name="task">The task.</param>
    /// <param name="place">Where.</param>
    public IEnumerable<GateReason> HeldBy(TrainingTask task, Place place) => Reasons.Where(r => r.Holds switch
    {
        GateHold.Session => true,
        GateHold.Backward => task == TrainingTask.Backward,
        GateHold.BackwardAtHome => task == TrainingTask.Backward && place == Place.Home,
        GateHold.SecondTaskAtHome => task == TrainingTask.DualTask && place == Place.Home,
        _ => false,
    });

    /// <summary>Whether a second task may belong to a walk forward today.</summary>
    /// <param name="place">Where.</param>
    public bool MayHaveSecondTask(Place place) => MayWalk && (place != Place.Home || !Holds(GateHold.SecondTaskAtHome));

    /// <summary>Whether one gate holds.</summary>
    /// <param name="key">Its key.</param>
    public bool Has(string key) => Reasons.Any(r => string.Equals(r.Key, key, StringComparison.Ordinal));

    /// <summary>Whether something is held.</summary>
    public bool Holds(GateHold what) => Reasons.Any(r => r.Holds == what);

    /// <summary>The person after the answers of today.</summary>
    /// <param name="person">The person before them.</param>
    /// <param name="today">The day, where the person is.</param>
    public Person Apply(Person person, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(person);
        foreach (GateEffect effect in Effects)
            person = effect switch
            {
                GateEffect.Pause => person with { Status = PersonStatus.Paused },
                GateEffect.RelapseReported => person with { Status = PersonStatus.Paused, RelapseOn = today, ClearedOn = null },
                GateEffect.PauseEnded => person with { Status = PersonStatus.Active, ClearedOn = today },
                _ => person,
            };
        return person;
    }
}
