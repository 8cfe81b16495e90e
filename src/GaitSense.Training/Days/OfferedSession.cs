using GaitSense.Training.Plans;

namespace GaitSense.Training.Days;

/// <summary>The session that is offered today. It is never more than its slot.</summary>
public sealed record OfferedSession
{
    /// <summary>The version of the plan it follows.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>The slot it counts for.</summary>
    public required Guid SlotId { get; init; }

    /// <summary>What is practised; a held backward session becomes a comfortable walk.</summary>
    public required TrainingTask Task { get; init; }

    /// <summary>Where.</summary>
    public required Place Place { get; init; }

    /// <summary>Minutes of walking, rests not counted; null: the dose is in lengths.</summary>
    public double? Minutes { get; init; }

    /// <summary>Minutes between seated rests; null: no rest is built in.</summary>
    public double? MinutesBetweenRests { get; init; }

    /// <summary>Minutes of a seated rest; null: no rest is built in.</summary>
    public double? RestMinutes { get; init; }

    /// <summary>Backward lengths of the path; null: the dose is in minutes.</summary>
    public int? Lengths { get; init; }

    /// <summary>Length of the path, m; null: the dose is in minutes.</summary>
    public double? PathM { get; init; }

    /// <summary>Tempo above the preferred cadence, percent.</summary>
    public double TempoPercent { get; init; }

    /// <summary>Stations of a task circuit; null: it is none.</summary>
    public int? Stations { get; init; }

    /// <summary>Stop and go belongs to it.</summary>
    public bool StopAndGo { get; init; }

    /// <summary>A second task belongs to it.</summary>
    public bool SecondTask { get; init; }

    /// <summary>Digest of the cue plan; null: without cues.</summary>
    public string? CuesDigest { get; init; }

    /// <summary>All of a slot.</summary>
    public static OfferedSession Of(Plan plan, Slot slot)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(slot);
        return new()
        {
            PlanId = plan.Id,
            SlotId = slot.Id,
            Task = slot.Task,
            Place = slot.Place,
            Minutes = slot.Minutes,
            MinutesBetweenRests = slot.MinutesBetweenRests,
            RestMinutes = slot.RestMinutes,
            Lengths = slot.Lengths,
            PathM = slot.PathM,
            TempoPercent = slot.TempoPercent,
            Stations = slot.Stations,
            StopAndGo = slot.StopAndGo,
            SecondTask = slot.SecondTask,
            CuesDigest = slot.CuesDigest,
        };
    }
}
