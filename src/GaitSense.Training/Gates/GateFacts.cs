using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;
using GaitSense.Training.Rules;

namespace GaitSense.Training.Gates;

/// <summary>What the gates of a day are decided from.</summary>
public sealed record GateFacts
{
    /// <summary>The person.</summary>
    public required Person Person { get; init; }

    /// <summary>The day, where the person is.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Where the session is to be.</summary>
    public required Place Place { get; init; }

    /// <summary>A clinic stands behind the plan. Without one, a person's word that a professional has seen them ends a pause. <value>The default is yes.</value></summary>
    public bool HasClinic { get; init; } = true;

    /// <summary>What was answered now. What is not in it was not put.</summary>
    public IReadOnlyList<GateAnswer> Answers { get; init; } = [];

    /// <summary>Earlier checks, of today and of other days.</summary>
    public IReadOnlyList<DayCheck> Checks { get; init; } = [];

    /// <summary>The person's sign-offs.</summary>
    public IReadOnlyList<SignOff> SignOffs { get; init; } = [];

    /// <summary>The fall diary.</summary>
    public IReadOnlyList<Fall> Falls { get; init; } = [];

    /// <summary>Why sessions of today ended early.</summary>
    public IReadOnlyList<StopReason> StopsToday { get; init; } = [];

    /// <summary>The numbers. <value>The default is <see cref="TrainingRules.Default"/>.</value></summary>
    public TrainingRules Rules { get; init; } = TrainingRules.Default;

    /// <summary>What was answered now; the last answer counts.</summary>
    /// <param name="question">The question's id.</param>
    public Answer Of(string question) => Answers.LastOrDefault(a => string.Equals(a.Question, question, StringComparison.Ordinal))?.Answer ?? Answer.NotSaid;

    /// <summary>Whether a question was answered with "yes" now or earlier today: a symptom does not go away by asking again.</summary>
    /// <param name="question">The question's id.</param>
    public bool SaidYesToday(string question) => Answers.Concat(Checks.Where(c => c.LocalDate == Today).SelectMany(c => c.Answers))
        .Any(a => a.Answer == Answer.Yes && string.Equals(a.Question, question, StringComparison.Ordinal));
}
