using System.Globalization;
using GaitSense.Training.Days;
using GaitSense.Training.Gates;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Programmes;
using GaitSense.Training.Records;
using GaitSense.Training.Volume;

namespace GaitSense.Training.Phone;

/// <summary>What a phone kept, as the rules of training read it: the person, the plan, the sessions and the checks that follow from it.</summary>
internal static class PhoneDay
{
    // The last check is the one that is being answered until a walk began after it, or for so long, h.
    private const double CheckHours = 2;

    private const string Template = "comfortable-walk";

    // Numbers of a phone's one person; they leave it with nothing.
    private static readonly Guid Someone = new("8a6f2d7e-0000-8000-8000-70686f6e6531");

    /// <summary>What a day is decided from.</summary>
    /// <param name="records">What the phone kept.</param>
    /// <param name="now">The time.</param>
    /// <param name="zone">Where the phone is, as an IANA zone.</param>
    /// <exception cref="GaitSense.Core.GaitSenseException">A zone is not known here.</exception>
    public static TodayRequest Of(PhoneRecords records, DateTimeOffset now, string zone)
    {
        DateOnly today = LocalDay.Of(now, zone);
        PhoneCheck[] checks = [.. records.Checks.OrderBy(c => c.AtMs)];
        DateOnly begun = records.Walks.Select(w => LocalDay.Of(Time(w.StartedMs), w.Zone)).Concat(checks.Select(c => LocalDay.Of(Time(c.AtMs), c.Zone))).Append(today).Min();
        Plan plan = PlanOf(Monday(begun), today, zone);
        Session[] sessions = [.. records.Walks.OrderBy(w => w.StartedMs).Select(w => SessionOf(w, plan))];
        bool isOpen = checks is [.., var last] && now - Time(last.AtMs) < TimeSpan.FromHours(CheckHours) && !records.Walks.Any(w => w.StartedMs > last.AtMs);
        TodayRequest request = new()
        {
            Person = new Person { Id = Someone, Code = "phone", Zone = zone },
            Today = today,
            History = new TrainingHistory { Plans = [plan], Sessions = sessions },
            HasClinic = false,
        };
        // What was answered on earlier days may have paused the walks, or ended the pause.
        foreach (PhoneCheck check in isOpen ? checks[..^1] : checks)
        {
            DayCheck made = CheckOf(check);
            TodayRequest then = request with { Today = made.LocalDate, Answers = made.Answers };
            GateDecision gates = TodayRules.Of(then with { History = then.History with { Sessions = [.. sessions.Where(s => s.Start < made.At)] } }).Gates;
            request = request with { Person = gates.Apply(request.Person, made.LocalDate), History = request.History with { Checks = [.. request.History.Checks, made] } };
        }

        return isOpen ? request with { Answers = CheckOf(checks[^1]).Answers } : request;
    }

    private static Plan PlanOf(DateOnly begun, DateOnly today, string zone)
    {
        Programme programme = ProgrammeLibrary.Find(Template)!;
        int days = 7 * programme.Weeks;
        DateOnly from = begun.AddDays((today.DayNumber - begun.DayNumber) / days * days);
        return PlanMaker.Make(new PlanRequest
        {
            Id = DerivedId.Of(Someone, string.Create(CultureInfo.InvariantCulture, $"plan {from:yyyy-MM-dd}")),
            Person = new Person { Id = Someone, Code = "phone", Zone = zone },
            Programme = programme,
            From = from,
            By = "phone",
            MadeAt = LocalDay.At(from, TimeOnly.MinValue, zone),
        });
    }

    private static Session SessionOf(PhoneWalk walk, Plan plan)
    {
        DateOnly day = LocalDay.Of(Time(walk.StartedMs), walk.Zone);
        bool isBackward = walk.Task is "backward";
        bool isOfPlan = !isBackward && plan.From <= day && day <= plan.To;
        SessionDose dose = walk.End is { } end ? new() { Minutes = end.WalkedS / 60, Strides = end.Strides, BackwardM = end.BackwardM } : new();
        return new Session
        {
            Id = DerivedId.Of(Someone, walk.Folder),
            PersonId = Someone,
            PlanId = isOfPlan ? plan.Id : null,
            SlotId = isOfPlan ? plan.Slots.FirstOrDefault(s => s.Week == PlanVersions.WeekOn(plan, day))?.Id : null,
            Task = isBackward ? TrainingTask.Backward : TrainingTask.ComfortableWalk,
            Start = Time(walk.StartedMs),
            End = walk.End is null ? null : Time(walk.EndedMs),
            Zone = walk.Zone,
            Place = Place.Home,
            Source = walk.Simulated ? SessionSource.Simulation : SessionSource.Sensors,
            Status = walk switch
            {
                { End: null } or { StopReason: "shoe" or "sound" } => SessionStatus.CutOff,
                { StopReason: "done" } => SessionStatus.Completed,
                _ => SessionStatus.EndedEarly,
            },
            StopReason = walk switch
            {
                { End: null } or { StopReason: "shoe" or "sound" } => StopReason.Technical,
                { StopReason: "tired" } => StopReason.Fatigue,
                { StopReason: "pain" } => StopReason.Pain,
                { StopReason: "heat" } => StopReason.Heat,
                { StopReason: "done" } => StopReason.None,
                _ => StopReason.Enough,
            },
            Software = "phone",
            SelfReports = [.. Reports(walk)],
            Measures = [.. dose.ToMeasures()],
        };
    }

    private static IEnumerable<SelfReport> Reports(PhoneWalk walk)
    {
        foreach ((string name, ReportOf of) in new[] { ("fatigue", ReportOf.Fatigue), ("pain", ReportOf.Pain) })
            if (walk.After.TryGetValue(name, out int value)) yield return new SelfReport { When = ReportTime.After, Of = of, Scale = SelfReport.Faces, Value = value };
    }

    private static DayCheck CheckOf(PhoneCheck check) => new()
    {
        Id = DerivedId.Of(Someone, string.Create(CultureInfo.InvariantCulture, $"check {check.AtMs:0}")),
        PersonId = Someone,
        LocalDate = LocalDay.Of(Time(check.AtMs), check.Zone),
        At = Time(check.AtMs),
        Place = Place.Home,
        QuestionsVersion = GateQuestions.Version,
        Answers = [.. check.Answers.Select(a => new GateAnswer(a.Key, a.Value switch { "yes" => Answer.Yes, "no" => Answer.No, _ => Answer.NotSaid }))],
    };

    /// <summary>The Monday of a day's week.</summary>
    public static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static DateTimeOffset Time(double ms) => DateTimeOffset.FromUnixTimeMilliseconds((long)ms);
}
