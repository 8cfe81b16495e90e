using GaitSense.Clinic.Api;
using GaitSense.Clinic.Store;
using GaitSense.Storage;
using GaitSense.Training.Days;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Programmes;

namespace GaitSense.Clinic.Plans;

/// <summary>What a first plan is made of.</summary>
internal sealed record NewPlan
{
    /// <summary>The programme's id, with or without its version.</summary>
    public string? Template { get; init; }

    /// <summary>First day; null: today.</summary>
    public string? From { get; init; }

    /// <summary>The longest comfortable walk that was seen, min.</summary>
    public double? LongestMinutes { get; init; }

    /// <summary>Minute at which a rest was needed.</summary>
    public double? RestAfterMinutes { get; init; }

    /// <summary>Distance walked index, percent.</summary>
    public double? WalkedIndexPercent { get; init; }

    /// <summary>Length of the measured path, m.</summary>
    public double? PathM { get; init; }

    /// <summary>As the rules ask for it.</summary>
    /// <exception cref="StoreException">There is no such programme, or no such day.</exception>
    public PlanRequest ToRequest(ClinicStore store, Person person) => new()
    {
        Id = Guid.CreateVersion7(store.Now),
        Person = person,
        Programme = ProgrammeLibrary.Find((Template ?? "").Split('@')[0]) ?? throw new StoreException(StoreFailure.Refused, $"a programme is one of: {string.Join(", ", ProgrammeLibrary.Names)}"),
        From = From is null ? LocalDay.Of(store.Now, person.Zone) : Answers.Day(From, "from"),
        By = store.UserName,
        MadeAt = store.Now,
        Known = new KnownWalks { LongestMinutes = LongestMinutes, RestNeededAfterMinutes = RestAfterMinutes, FatigabilityPercent = WalkedIndexPercent },
        PathM = PathM,
    };
}
