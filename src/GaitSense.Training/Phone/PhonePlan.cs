using System.Globalization;
using GaitSense.Core;
using GaitSense.Training.Days;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Programmes;

namespace GaitSense.Training.Phone;

/// <summary>
/// A clinic's plan as a file for one person's phone: one version of the plan, and what the gates of a day need to know of the person, so that a phone decides as the clinic would. It has the
/// pseudonym and no name, and it changes nothing in a store.
/// </summary>
public sealed record PhonePlan
{
    /// <summary>What <see cref="Format"/> says.</summary>
    public const string FormatName = "gaitsense-phone-plan";

    // "Stop" is spoken over 1.5 m before the path's end (BackwardPlan.PathM of GaitSense.Feedback begins here): on a shorter path a phone has no cues to say it with.
    private const double MinPathM = 4;

    // Of so many sessions the walker's own backward cadence is taken.
    private const int CadenceSessions = 3;

    private const string Cadence = "cadence_steps_per_min", Where = "the plan for the phone";

    /// <summary><see cref="FormatName"/>.</summary>
    public required string Format { get; init; }

    /// <summary>Version of the format: 1.</summary>
    public required int Version { get; init; }

    /// <summary>When it was written. What a phone heard before is older than what it says of the person.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The plan.</summary>
    public required PlanDocument Plan { get; init; }

    /// <summary>The plan's identifier in the clinic's store, so that walks that come back count for it.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>Those of its slots, in their order.</summary>
    public required IReadOnlyList<Guid> SlotIds { get; init; }

    /// <summary>What is allowed at home.</summary>
    public IReadOnlyList<PhoneSignOff> SignOffs { get; init; } = [];

    /// <summary>Days of falls.</summary>
    public IReadOnlyList<DateOnly> Falls { get; init; } = [];

    /// <summary>Patient-determined disease steps, 0 to 8; null: not asked.</summary>
    public int? DiseaseSteps { get; init; }

    /// <summary>Day of the last reported relapse; null: none.</summary>
    public DateOnly? RelapseOn { get; init; }

    /// <summary>Day on which the pause after it ended; null: it has not.</summary>
    public DateOnly? ClearedOn { get; init; }

    /// <summary>The walker's own cadence backward, of earlier sessions, steps/min; null: not known. Stretches at home are too short to learn it.</summary>
    public double? BackwardCadenceStepsPerMin { get; init; }

    /// <summary>The file of a plan.</summary>
    /// <param name="plan">The version.</param>
    /// <param name="person">Whose.</param>
    /// <param name="history">What is known of the person.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="GaitSenseException">A phone cannot follow it: why.</exception>
    public static PhonePlan Of(Plan plan, Person person, TrainingHistory history, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(history);
        if (person.Status != PersonStatus.Active) throw new GaitSenseException($"{person.Code} does not train now ({Words.InFiles(person.Status)}): a phone would offer walks all the same.");
        PhonePlan made = new()
        {
            Format = FormatName,
            Version = 1,
            MadeAt = now,
            Plan = PlanJson.ToDocument(plan, person.Code),
            PlanId = plan.Id,
            SlotIds = [.. plan.Slots.Select(s => s.Id)],
            SignOffs = [.. history.SignOffs.Select(s => new PhoneSignOff { What = s.What, From = s.From, Until = s.Until })],
            Falls = [.. history.Falls.Select(f => f.LocalDate).Order()],
            DiseaseSteps = person.DiseaseSteps,
            RelapseOn = person.RelapseOn,
            ClearedOn = person.ClearedOn,
            BackwardCadenceStepsPerMin = BackwardCadence(history),
        };
        return made.Fault() is { } fault ? throw new GaitSenseException($"{person.Code}: {fault}.") : made;
    }

    /// <summary>Reads such a file and checks it.</summary>
    /// <param name="json">Its text.</param>
    /// <exception cref="TrainingFileException">It is none, or has a number that cannot be.</exception>
    public static PhonePlan Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        PhonePlan read = TrainingJson.Read<PhonePlan>(Where, json);
        return read.Fault() is { } fault ? throw new TrainingFileException(Where, fault) : read;
    }

    /// <summary>Its text.</summary>
    public string Write() => TrainingJson.Write(this);

    /// <summary>The plan, as the phone's one person's.</summary>
    internal Plan ToPlan(Person person) => PlanJson.ToPlan(Plan, person, PlanId) with { Slots = [.. Plan.Slots.Select((s, i) => s with { Id = SlotIds[i] })] };

    /// <summary>The person, as the clinic knew them when this was written.</summary>
    internal Person ToPerson(Guid id, string zone) => new() { Id = id, Code = Plan.Person, Zone = zone, DiseaseSteps = DiseaseSteps, RelapseOn = RelapseOn, ClearedOn = ClearedOn };

    private string? Fault()
    {
        if (Format is not FormatName) return $"format is {OutsideText.ShortLine(Format, 40)}; a plan for the phone says {FormatName}";
        if (Version != 1) return string.Create(CultureInfo.InvariantCulture, $"version is {Version}; this program knows 1");
        if (PlanJson.Fault(Plan) is { } fault) return "plan: " + fault;
        if (SlotIds.Count != Plan.Slots.Count) return "slot_ids has not as many entries as plan.slots";
        if (DiseaseSteps is < 0 or > 8) return "disease_steps must be between 0 and 8";
        if (BackwardCadenceStepsPerMin is { } cadence && !(cadence is >= 20 and <= 180)) return "backward_cadence_steps_per_min must be between 20 and 180";
        if (!Plan.Slots.Any(s => s.Place == Place.Home)) return "the plan has no session at home";
        return Plan.Slots.Any(s => s is { Place: Place.Home, Task: TrainingTask.Backward, PathM: < MinPathM })
            ? string.Create(CultureInfo.InvariantCulture, $"a path at home is shorter than {MinPathM} m: \"stop\" could not be said before its end")
            : null;
    }

    /// <summary>Cadence of the last sessions backward, the middle one, steps/min; null: none, or one that nobody walks.</summary>
    /// <param name="history">What was walked.</param>
    public static double? BackwardCadence(TrainingHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        double[] seen =
        [
            .. history.Counted.OrderByDescending(s => s.Start)
                .Select(s => s.Measures.FirstOrDefault(m => m is { Name: Cadence, Side: null, Direction: WalkingDirection.Backward })?.Value)
                .OfType<double>().Take(CadenceSessions).Order(),
        ];
        return seen.Length == 0 || !(seen[seen.Length / 2] is >= 20 and <= 180) ? null : Math.Round(seen[seen.Length / 2], 1);
    }
}
