using GaitSense.Simulation.People;
using GaitSense.Training.Days;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Progression;

namespace GaitSense.Cli.Training.Simulated;

/// <summary>Eight weeks of one simulated person: the rows a store keeps, in the order in which they came to be, and what the run knows beside them.</summary>
internal sealed class PersonRun(SimulatedTrainee trainee, Person person)
{
    private readonly List<(DateTimeOffset At, object Row)> _rows = [];
    private readonly List<Attempt> _attempts = [];
    private readonly List<(DateOnly Day, Proposal Proposal, Plan? Plan)> _proposals = [];

    /// <summary>Who the person is.</summary>
    public SimulatedTrainee Trainee => trainee;

    /// <summary>The person as the store has them now.</summary>
    public Person Person { get; private set; } = person;

    /// <summary>Plans, sessions, falls, sign-offs and checks so far.</summary>
    public TrainingHistory History { get; private set; } = new() { IsSimulated = true };

    /// <summary>Now, in the run: what is kept is kept at this time.</summary>
    public DateTimeOffset Now { get; set; }

    /// <summary>Rows in the order in which they came to be; a person that changed is there again.</summary>
    public IReadOnlyList<(DateTimeOffset At, object Row)> Rows => _rows;

    /// <summary>Each time today's session was asked for.</summary>
    public IReadOnlyList<Attempt> Attempts => _attempts;

    /// <summary>What was proposed, and the version that was made of it; null: not confirmed.</summary>
    public IReadOnlyList<(DateOnly Day, Proposal Proposal, Plan? Plan)> Proposals => _proposals;

    /// <summary>How often the person began to pause.</summary>
    public int Pauses { get; private set; }

    /// <summary>Text of each version when it was made.</summary>
    public Dictionary<Guid, string> VersionTexts { get; } = [];

    /// <summary>Keeps the person as they come.</summary>
    public void Begin() => _rows.Add((Now, Person));

    /// <summary>Keeps a changed person.</summary>
    public void Change(Person changed)
    {
        if (changed == Person) return;
        if (changed.Status == PersonStatus.Paused && Person.Status != PersonStatus.Paused) Pauses++;
        Person = changed;
        _rows.Add((Now, changed));
    }

    /// <summary>Keeps a version of the plan.</summary>
    public void Add(Plan plan)
    {
        History = History with { Plans = PlanVersions.Add(History.Plans, plan) };
        VersionTexts[plan.Id] = PlanJson.Write(plan, Person.Code);
        _rows.Add((Now, plan));
    }

    /// <summary>Keeps a fall.</summary>
    public void Add(Fall fall)
    {
        History = History with { Falls = [.. History.Falls, fall] };
        _rows.Add((Now, fall));
    }

    /// <summary>Keeps a sign-off.</summary>
    public void Add(SignOff signOff)
    {
        History = History with { SignOffs = [.. History.SignOffs, signOff] };
        _rows.Add((Now, signOff));
    }

    /// <summary>Keeps an attempt with its check and its session.</summary>
    public void Add(Attempt attempt)
    {
        _attempts.Add(attempt);
        if (attempt.Check.Answers.Count > 0 || !attempt.Today.Gates.MayWalk)
        {
            History = History with { Checks = [.. History.Checks, attempt.Check] };
            _rows.Add((Now, attempt.Check));
        }

        if (attempt.Session is not { } session) return;
        Now = session.End ?? Now;
        History = History with { Sessions = [.. History.Sessions, session] };
        _rows.Add((Now, session));
    }

    /// <summary>Keeps a proposal.</summary>
    public void Add(DateOnly day, Proposal proposal, Plan? plan) => _proposals.Add((day, proposal, plan));
}
