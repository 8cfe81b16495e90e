using GaitSense.Analysis.Summary;
using GaitSense.Clinic.Walks;
using GaitSense.Training.Days;
using GaitSense.Training.People;
using GaitSense.Training.Phone;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;
using GaitSense.Training.Volume;

namespace GaitSense.Clinic.Imports;

/// <summary>What a phone says of a walk that it saved: beside the recording, in <c>walk.json</c>.</summary>
internal static class PhoneRecord
{
    /// <summary>The record of a walk's folder; null: no phone saved it.</summary>
    /// <param name="path">The folder of the session.</param>
    public static PhoneWalk? Find(string path) =>
        Path.Combine(path, PhoneWalk.FileName) is var file && File.Exists(file) ? PhoneWalk.Read(file, File.ReadAllText(file)) : null;

    /// <summary>The session: what was measured is this analysis', why it ended and how it was is the phone's word. It counts for the slot that it names, else for one of its day.</summary>
    /// <returns>It, and what is to be said of it; null: nothing.</returns>
    public static (Session Session, string? Warning) Of(PhoneWalk walk, Guid id, Person person, TrainingHistory history, WalkSummary summary)
    {
        (Plan? plan, Slot? slot) = SlotOf(walk, history);
        string? warning = walk.Slot is not null && slot is null ? $"the walk followed a plan that is none of {person.Code}; it counts beside the plan" : null;
        Session said = PhoneSession.Of(walk, id, person.Id, plan, slot);
        SessionDose lengths = new() { Lengths = SessionDose.Of(said).Lengths };
        Session session = said with
        {
            End = said.End ?? said.Start.AddSeconds(summary.Totals.DurationS ?? 0),
            Aid = person.Aid,
            Orthosis = person.Orthosis,
            Software = PersonWalk.Software(),
            Measures = [.. SessionMeasures.Of(summary), .. lengths.ToMeasures()],
        };
        return (session, warning);
    }

    private static (Plan? Plan, Slot? Slot) SlotOf(PhoneWalk walk, TrainingHistory history)
    {
        if (walk.Slot is { } id)
        {
            Plan? named = history.Plans.FirstOrDefault(p => p.Slots.Any(s => s.Id == id));
            return (named, named?.Slots.First(s => s.Id == id));
        }

        DateOnly day = LocalDay.Of(DateTimeOffset.FromUnixTimeMilliseconds((long)walk.StartedMs), walk.Zone);
        Plan? plan = PlanVersions.On(history.Plans, day);
        return (plan, plan?.Slots.FirstOrDefault(s => s.Week == PlanVersions.WeekOn(plan, day) && s.Task == PhoneSession.TaskOf(walk) && s.Place == Place.Home));
    }
}
