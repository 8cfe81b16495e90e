using System.Globalization;
using GaitSense.Simulation;
using GaitSense.Simulation.People;
using GaitSense.Training.Days;
using GaitSense.Training.Gates;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;

namespace GaitSense.Cli.Training.Simulated;

/// <summary>One simulated person follows a programme day by day, through the questions, the gates and what is offered; some ask again on the same day and say that all is as usual.</summary>
internal sealed class TraineeLife
{
    private readonly ProgrammeRunOptions _options;
    private readonly SimulatedClinic _clinic;
    private readonly DeterministicRandom _whims;
    private readonly PersonRun _run;
    private int _fallsTold, _fallsHad;

    private TraineeLife(ProgrammeRunOptions options, int number)
    {
        SimulatedTrainee trainee = new(options.Seed, number);
        _options = options;
        _clinic = new(options, number);
        _whims = new(options.Seed, ((ulong)number << 24) + 0xFFFFF1);
        Guid people = DerivedId.Of(Guid.Empty, string.Create(CultureInfo.InvariantCulture, $"simulated people {options.Seed}"));
        _run = new(trainee, new Person
        {
            Id = DerivedId.Of(people, string.Create(CultureInfo.InvariantCulture, $"person {number}")),
            Code = string.Create(CultureInfo.InvariantCulture, $"S{number:000}"),
            Zone = trainee.Truth.Zone,
            DiseaseSteps = trainee.Truth.DiseaseSteps,
            // Simulated people walk without anything, and that is known.
            Aid = WalkingAid.None,
            Orthosis = Orthosis.None,
        });
        _run.Now = LocalDay.At(options.From, new TimeOnly(6, 0), trainee.Truth.Zone);
        _run.Begin();
        double longest = Math.Floor(trainee.Truth.LongestMinutes * 2) / 2;
        _run.Add(PlanMaker.Make(new PlanRequest
        {
            Id = DerivedId.Of(_run.Person.Id, "plan 1"),
            Person = _run.Person,
            Programme = options.Programme,
            From = options.From,
            By = "pt-1",
            MadeAt = _run.Now,
            Known = new() { LongestMinutes = longest, RestNeededAfterMinutes = longest < 6 ? longest : null },
            Rules = options.Rules,
        }));
    }

    /// <summary>Follows the programme to its end.</summary>
    public static PersonRun Of(ProgrammeRunOptions options, int number)
    {
        TraineeLife life = new(options, number);
        for (int day = 0; day < 7 * options.Programme.Weeks; day++) life.Day(day);
        return life._run;
    }

    private void Day(int number)
    {
        TraineeDay day = _run.Trainee.On(number);
        DateOnly today = _options.From.AddDays(number);
        _fallsHad += day.Falls;
        bool appointment = _clinic.HasAppointment(number) && day is { Emergency: false, Ill: false } && (day.WantsToTrain || _whims.NextDouble() < 0.6);
        bool asksAgain = _whims.NextDouble() < 0.1;
        Session? session = null;
        if (appointment || day.WantsToTrain)
        {
            session = Ask(day, today, appointment ? Place.Clinic : Place.Home, attempt: 0, saysAsUsual: false);
            bool goesOn = session is { StopReason: StopReason.Interrupted or StopReason.Technical } && _whims.NextDouble() < 0.6;
            if (goesOn || asksAgain) Ask(day, today, appointment ? Place.Clinic : Place.Home, attempt: 1, saysAsUsual: asksAgain && !goesOn);
        }

        DateTimeOffset evening = LocalDay.At(today, new TimeOnly(20, 0), _run.Person.Zone);
        if (_run.Now < evening) _run.Now = evening;
        if (appointment) _clinic.EndOfAppointment(_run, number, today, session);
        if (_options.HasClinic) _clinic.Review(_run, number, today);
    }

    private Session? Ask(TraineeDay day, DateOnly today, Place place, int attempt, bool saysAsUsual)
    {
        Person person = _run.Person;
        DateTimeOffset at = LocalDay.At(today, new TimeOnly((place == Place.Clinic ? 9 : day.Minute / 60) + (attempt * 2), day.Minute % 60), person.Zone);
        List<GateAnswer> answers = [];
        TodayAnswer answer;
        while (true)
        {
            answer = TodayRules.Of(new() { Person = person, Today = today, Place = place, History = _run.History, Answers = answers, HasClinic = _options.HasClinic, Rules = _options.Rules });
            bool isHeld = !answer.Gates.MayWalk && !answer.Gates.Has("gate.not-said") && (_options.HasClinic || !answer.Gates.Has("gate.paused"));
            if (isHeld || answer.Questions is not [var question, ..]) break;
            if (!question.Skippable && !saysAsUsual && _run.Trainee.IsSilent(day.Day, 40 + answers.Count)) break; // walks away from the question, and wants to start all the same
            answers.Add(saysAsUsual ? AsUsual(question) : SaidAnswers.To(question, _run.Trainee, day, day.Relapse && person.RelapseOn is null, _fallsHad > _fallsTold, WasSeen(today)));
        }

        DayCheck check = new()
        {
            Id = DerivedId.Of(person.Id, string.Create(CultureInfo.InvariantCulture, $"check {day.Day} {attempt}")),
            PersonId = person.Id,
            LocalDate = today,
            At = at,
            Place = place,
            QuestionsVersion = GateQuestions.Version,
            Answers = answers,
            Held = [.. answer.Gates.Reasons.Select(r => r.Key)],
        };
        Session? session = answer.Offer is { } offer ? SimulatedSessions.Of(_run.Trainee, day, attempt, offer, person, at.AddMinutes(3)) : null;
        _run.Now = at;
        _run.Add(new Attempt(day.Day, person, check, answer, _run.History.Falls, session));
        Keep(answer, today, session);
        return session;
    }

    private void Keep(TodayAnswer answer, DateOnly today, Session? session)
    {
        _run.Change(answer.Gates.Apply(_run.Person, today));
        if (answer.Gates.Effects.Contains(GateEffect.FallReported))
            for (; _fallsTold < _fallsHad; _fallsTold++) _run.Add(FallOn(today, during: false));
        if (session is { StopReason: StopReason.Fall }) _run.Add(FallOn(today, during: true));
    }

    private Fall FallOn(DateOnly day, bool during) => new()
    {
        Id = DerivedId.Of(_run.Person.Id, string.Create(CultureInfo.InvariantCulture, $"fall {_run.History.Falls.Count + 1}")),
        PersonId = _run.Person.Id,
        LocalDate = day,
        DuringSession = during,
    };

    // Who wants a walk badly enough says what opens it.
    private static GateAnswer AsUsual(GateQuestion question) =>
        new(question.Id, question.Id is GateQuestions.Company or GateQuestions.Path or GateQuestions.Support or GateQuestions.Shoes or GateQuestions.Ear or GateQuestions.Seen ? Answer.Yes : Answer.No);

    private bool WasSeen(DateOnly today)
    {
        DateOnly? since = _run.History.Checks.Where(c => c.Answers.Any(a => a.Answer == Answer.Yes && a.Question is GateQuestions.Emergency or GateQuestions.Relapse)).Select(c => (DateOnly?)c.LocalDate).Max();
        return since is { } day && today.DayNumber - day.DayNumber >= 5;
    }
}
