using GaitSense.Training.Days;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Programmes;
using GaitSense.Training.Records;
using GaitSense.Training.Volume;

namespace GaitSense.Training.Tests;

/// <summary>A person with a plan, and sessions of it, for tests. Day 1 is Monday, 2 March 2026, in Berlin.</summary>
internal static class Trainee
{
    public static readonly DateOnly Monday = new(2026, 3, 2);

    public static readonly Person Person = new() { Id = Id(1), Code = "P07", Zone = "Europe/Berlin" };

    public static readonly KnownWalks SeenTwentyMinutes = new() { LongestMinutes = 20 };

    public static Guid Id(int number) => DerivedId.Of(Guid.Empty, FormattableString.Invariant($"test {number}"));

    public static Plan PlanOf(string programme, KnownWalks? known = null, Person? person = null) => PlanMaker.Make(new PlanRequest
    {
        Id = Id(2),
        Person = person ?? Person,
        Programme = ProgrammeLibrary.Find(programme)!,
        From = Monday,
        By = "pt-1",
        MadeAt = At(Monday, 8),
        Known = known ?? SeenTwentyMinutes,
    });

    public static DateTimeOffset At(DateOnly day, int hour) => LocalDay.At(day, new TimeOnly(hour, 0), Person.Zone);

    public static Slot SlotIn(this Plan plan, int week, TrainingTask task, Place place) => plan.Slots.Single(s => s.Week == week && s.Task == task && s.Place == place);

    /// <summary>A session of a slot, as the plan has it.</summary>
    public static Session Done(Plan plan, Slot slot, DateOnly day, StopReason stop = StopReason.None, int? before = 2, int? after = 2, int hour = 10, double share = 1, SessionStatus? status = null) => new()
    {
        Id = DerivedId.Of(plan.Id, FormattableString.Invariant($"session {day} {hour} {slot.Id}")),
        PersonId = plan.PersonId,
        PlanId = plan.Id,
        SlotId = slot.Id,
        Task = slot.Task,
        Start = At(day, hour),
        End = At(day, hour).AddMinutes(20),
        Zone = Person.Zone,
        Place = slot.Place,
        Source = SessionSource.Sensors,
        Status = status ?? (stop == StopReason.None ? SessionStatus.Completed : SessionStatus.EndedEarly),
        StopReason = stop,
        Software = "test",
        SelfReports =
        [
            new() { When = ReportTime.Before, Of = ReportOf.Fatigue, Scale = "faces-5@1", Value = before },
            new() { When = ReportTime.After, Of = ReportOf.Fatigue, Scale = "faces-5@1", Value = after },
        ],
        Measures = [.. new SessionDose { Minutes = (slot.Minutes ?? 3) * share, Lengths = slot.Lengths * share, BackwardM = slot.Lengths * slot.PathM * share, Strides = (int)(300 * share), Bouts = 1 }.ToMeasures()],
    };

    public static SignOff SignedOff(DateOnly from, int days = 14, SignOffKind what = SignOffKind.BackwardAtHome) =>
        new() { Id = Id(3), PersonId = Person.Id, What = what, By = "pt-1", From = from, Until = from.AddDays(days) };

    public static Fall FallOn(DateOnly day) => new() { Id = DerivedId.Of(Id(4), FormattableString.Invariant($"{day}")), PersonId = Person.Id, LocalDate = day };
}
