using GaitSense.Training.Gates;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Rules;

namespace GaitSense.Training.Days;

/// <summary>What a day's session is decided from.</summary>
public sealed record TodayRequest
{
    /// <summary>The person.</summary>
    public required Person Person { get; init; }

    /// <summary>The day, where the person is (<see cref="LocalDay"/>).</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Where the session is to be. <value>The default is at home.</value></summary>
    public Place Place { get; init; }

    /// <summary>Plans, sessions, falls, sign-offs and checks.</summary>
    public required TrainingHistory History { get; init; }

    /// <summary>What was answered now.</summary>
    public IReadOnlyList<GateAnswer> Answers { get; init; } = [];

    /// <summary>A clinic stands behind the plan. <value>The default is yes.</value></summary>
    public bool HasClinic { get; init; } = true;

    /// <summary>The numbers. <value>The default is <see cref="TrainingRules.Default"/>.</value></summary>
    public TrainingRules Rules { get; init; } = TrainingRules.Default;

    /// <summary>The path that today's plan walks backward at the place, m; 0: of a plan without one nobody is asked.</summary>
    public double PathM => PlanVersions.On(History.Plans, Today) is { } plan
        ? plan.Slots.Where(s => s.Week == PlanVersions.WeekOn(plan, Today) && s.Place == Place).Select(s => s.PathM).OfType<double>().DefaultIfEmpty(0).Max()
        : 0;

    /// <summary>What the gates of the day are decided from.</summary>
    public GateFacts ToFacts() => new()
    {
        Person = Person,
        Today = Today,
        Place = Place,
        HasClinic = HasClinic,
        Answers = Answers,
        Checks = History.Checks,
        SignOffs = History.SignOffs,
        Falls = History.Falls,
        StopsToday = [.. History.Counted.Where(s => LocalDay.Of(s) >= Today).Select(s => s.StopReason)],
        Rules = Rules,
    };
}
