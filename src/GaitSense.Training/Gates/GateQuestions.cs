using GaitSense.Training.Plans;
using GaitSense.Training.Programmes;

namespace GaitSense.Training.Gates;

/// <summary>The questions of the day: which there are, and which comes next. None of them is "Are you all right?": nothing here notices a fall or calls for help.</summary>
public static class GateQuestions
{
    private static readonly Lazy<QuestionsDocument> Embedded = new(() => TrainingJson.Embedded<QuestionsDocument>("questions.json"));

    /// <summary>Version of the questions.</summary>
    public static int Version => Embedded.Value.Version;

    /// <summary>All questions, in their order.</summary>
    public static IReadOnlyList<GateQuestion> All => Embedded.Value.Questions;

    /// <summary>Something is new since last time.</summary>
    public const string News = "news";

    /// <summary>A professional has seen the person, and the pause may end.</summary>
    public const string Seen = "seen";

    /// <summary>Chest pain, a faint, sudden weakness, loss of speech or sight.</summary>
    public const string Emergency = "emergency";

    /// <summary>Fever, an injury, new symptoms since yesterday.</summary>
    public const string Ill = "ill";

    /// <summary>A relapse.</summary>
    public const string Relapse = "relapse";

    /// <summary>Double vision or dizziness today.</summary>
    public const string Eyes = "eyes";

    /// <summary>A fall since the diary was last asked.</summary>
    public const string Fall = "fall";

    /// <summary>It is warm today, or the person feels hot.</summary>
    public const string Warm = "warm";

    /// <summary>Somebody is within call.</summary>
    public const string Company = "company";

    /// <summary>The path is clear over its length.</summary>
    public const string Path = "path";

    /// <summary>A rail or a person is in reach.</summary>
    public const string Support = "support";

    /// <summary>Closed shoes are on.</summary>
    public const string Shoes = "shoes";

    /// <summary>One ear is free, or a loudspeaker is used.</summary>
    public const string Ear = "ear";

    /// <summary>Sight is blurred or the legs are heavier.</summary>
    public const string Heavier = "heavier";

    /// <summary>What is confirmed before walking backward at home, each time.</summary>
    public static IReadOnlyList<string> Checklist { get; } = [Path, Support, Shoes, Ear];

    /// <summary>The questions that are asked before a session, in their order, with those that an answer brings.</summary>
    /// <param name="facts">The person, the day and the answers so far.</param>
    /// <param name="task">What is to be practised.</param>
    public static IEnumerable<GateQuestion> For(GateFacts facts, TrainingTask task)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return All.Where(q => q.Asked switch
        {
            QuestionTime.First => true,
            QuestionTime.AfterNews => facts.Of(News) == Answer.Yes,
            QuestionTime.DuringPause => !facts.HasClinic && GateRules.IsPaused(facts),
            QuestionTime.FallDiary => IsFallDiaryDue(facts),
            QuestionTime.BeforeWalk => true,
            QuestionTime.BeforeWalkAtHome => facts.Place == Place.Home,
            QuestionTime.BeforeBackwardAtHome => facts.Place == Place.Home && task == TrainingTask.Backward,
            _ => false,
        });
    }

    /// <summary>The first question that was not put yet; null: all were. Skipped ones were put, and answered with <see cref="Answer.NotSaid"/>.</summary>
    /// <param name="facts">The person, the day and the answers so far.</param>
    /// <param name="task">What is to be practised.</param>
    public static GateQuestion? Next(GateFacts facts, TrainingTask task) =>
        For(facts, task).FirstOrDefault(q => !facts.Answers.Any(a => string.Equals(a.Question, q.Id, StringComparison.Ordinal)));

    private static bool IsFallDiaryDue(GateFacts facts)
    {
        DateOnly? asked = facts.Checks.Where(c => c.Answers.Any(a => string.Equals(a.Question, Fall, StringComparison.Ordinal) && a.Answer != Answer.NotSaid)).Select(c => (DateOnly?)c.LocalDate).Max();
        return asked is not { } day || facts.Today.DayNumber - day.DayNumber >= facts.Rules.Gates.FallDiaryDays.Value;
    }
}
