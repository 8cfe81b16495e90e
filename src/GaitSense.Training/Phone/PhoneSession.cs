using GaitSense.Training.Plans;
using GaitSense.Training.Records;
using GaitSense.Training.Volume;

namespace GaitSense.Training.Phone;

/// <summary>A walk that a phone kept, as a session: on the phone itself, and where its file is taken in.</summary>
public static class PhoneSession
{
    /// <summary>The session of a walk.</summary>
    /// <param name="walk">The walk.</param>
    /// <param name="id">The session's identifier.</param>
    /// <param name="personId">Whose.</param>
    /// <param name="plan">The plan that it followed; null: none.</param>
    /// <param name="slot">The slot of it; null: none.</param>
    public static Session Of(PhoneWalk walk, Guid id, Guid personId, Plan? plan, Slot? slot)
    {
        ArgumentNullException.ThrowIfNull(walk);
        SessionDose dose = walk.End is { } end ? new() { Minutes = end.WalkedS / 60, Strides = end.Strides, BackwardM = end.BackwardM, Lengths = end.Lengths } : new();
        return new Session
        {
            Id = id,
            PersonId = personId,
            PlanId = slot is null ? null : plan?.Id,
            SlotId = slot?.Id,
            Task = TaskOf(walk),
            Start = DateTimeOffset.FromUnixTimeMilliseconds((long)walk.StartedMs),
            End = walk.End is null ? null : DateTimeOffset.FromUnixTimeMilliseconds((long)walk.EndedMs),
            Zone = walk.Zone,
            Place = Place.Home,
            Source = walk.Simulated ? SessionSource.Simulation : SessionSource.Sensors,
            Status = walk switch
            {
                { End: null or { Samples: 0 } } or { StopReason: "shoe" or "sound" or "cut-off" } => SessionStatus.CutOff,
                { StopReason: "done" } => SessionStatus.Completed,
                _ => SessionStatus.EndedEarly,
            },
            StopReason = walk switch
            {
                { End: null } or { StopReason: "shoe" or "sound" or "cut-off" } => StopReason.Technical,
                // Pain ends the day, whether a sample came or not.
                { StopReason: "tired" } => StopReason.Fatigue,
                { StopReason: "pain" } => StopReason.Pain,
                { StopReason: "heat" } => StopReason.Heat,
                { End.Samples: 0 } => StopReason.Technical,
                { StopReason: "done" } => StopReason.None,
                _ => StopReason.Enough,
            },
            Software = "phone",
            SelfReports = [.. Reports(walk)],
            Measures = [.. dose.ToMeasures()],
        };
    }

    /// <summary>What was practised.</summary>
    public static TrainingTask TaskOf(PhoneWalk walk) => walk?.Task is "backward" ? TrainingTask.Backward : TrainingTask.ComfortableWalk;

    private static IEnumerable<SelfReport> Reports(PhoneWalk walk)
    {
        foreach ((string name, ReportOf of) in new[] { ("fatigue", ReportOf.Fatigue), ("pain", ReportOf.Pain) })
            if (walk.After.TryGetValue(name, out int value)) yield return new SelfReport { When = ReportTime.After, Of = of, Scale = SelfReport.Faces, Value = value };
    }
}
