using System.Globalization;
using GaitSense.Training.Days;
using GaitSense.Training.Gates;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Programmes;
using GaitSense.Training.Records;

namespace GaitSense.Training.Phone;

/// <summary>What a phone kept, as the rules of training read it: the person, the plan, the sessions and the checks that follow from it.</summary>
internal static class PhoneDay
{
    // The last check is the one that is being answered until a walk began after it, or for so long, h; one of a clock that was ahead is an earlier one.
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
        PhonePlan[] given = [.. records.Plans.Select(PhonePlan.Read)];
        Person person = given is [.., var newest] ? newest.ToPerson(Someone, zone) : new Person { Id = Someone, Code = "phone", Zone = zone };
        Plan[] plans = given.Length > 0 ? [.. given.Select(p => p.ToPlan(person))] : [PlanOf(Monday(begun), today, zone)];
        Session[] sessions = [.. records.Walks.OrderBy(w => w.StartedMs).Select(w => SessionOf(w, plans, isOwn: given.Length == 0))];
        bool isOpen = checks is [.., var last] && (now - Time(last.AtMs)).Duration() < TimeSpan.FromHours(CheckHours) && !records.Walks.Any(w => w.StartedMs > last.AtMs);
        TodayRequest request = new()
        {
            Person = person,
            Today = today,
            History = new TrainingHistory { Plans = plans, Sessions = sessions, SignOffs = SignOffs(given), Falls = [.. Falls(given, isOpen ? checks[..^1] : checks)] },
            HasClinic = given.Length > 0,
        };
        // What was answered on earlier days may have paused the walks, or ended the pause.
        foreach (PhoneCheck check in isOpen ? checks[..^1] : checks)
        {
            DayCheck made = CheckOf(check);
            TodayRequest then = request with { Today = made.LocalDate, Answers = made.Answers };
            GateDecision gates = TodayRules.Of(then with { History = then.History with { Sessions = [.. sessions.Where(s => s.Start < made.At)] } }).Gates;
            // What the clinic knew when it wrote the plan is newer than what was said before.
            Person after = given is [.., var known] && made.At < known.MadeAt ? request.Person : gates.Apply(request.Person, made.LocalDate);
            request = request with { Person = after, History = request.History with { Checks = [.. request.History.Checks, made] } };
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

    // A walk of a clinic's plan names its slot; one of the phone's own plan is of the week it was in.
    private static Session SessionOf(PhoneWalk walk, Plan[] plans, bool isOwn)
    {
        DateOnly day = LocalDay.Of(Time(walk.StartedMs), walk.Zone);
        Plan? plan = isOwn ? plans.FirstOrDefault(p => p.From <= day && day <= p.To && walk.Task is not "backward") : plans.FirstOrDefault(p => p.Slots.Any(s => s.Id == walk.Slot));
        Slot? slot = plan?.Slots.FirstOrDefault(s => isOwn ? s.Week == PlanVersions.WeekOn(plan, day) : s.Id == walk.Slot);
        return PhoneSession.Of(walk, DerivedId.Of(Someone, walk.Folder), Someone, plan, slot);
    }

    private static SignOff[] SignOffs(PhonePlan[] given) => given is not [.., var newest] ? [] :
        [.. newest.SignOffs.Select(s => new SignOff { Id = Guid.Empty, PersonId = Someone, What = s.What, By = newest.Plan.By, From = s.From, Until = s.Until })];

    // Of the clinic's diary and the phone's own; the answers of now are the gates' to count.
    private static IEnumerable<Fall> Falls(PhonePlan[] given, PhoneCheck[] checks)
    {
        DateOnly[] known = given is [.., var newest] ? [.. newest.Falls] : [];
        IEnumerable<DateOnly> said = checks.Where(c => c.Answers.TryGetValue(GateQuestions.Fall, out string? fell) && fell is "yes").Select(c => LocalDay.Of(Time(c.AtMs), c.Zone));
        return known.Concat(said.Except(known)).Select(d => new Fall { Id = Guid.Empty, PersonId = Someone, LocalDate = d });
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
