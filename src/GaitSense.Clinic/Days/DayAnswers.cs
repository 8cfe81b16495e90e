using GaitSense.Storage;
using GaitSense.Training.Gates;

namespace GaitSense.Clinic.Days;

/// <summary>Answers to the questions of a day as an address carries them: <c>news:no,company:yes</c>.</summary>
public static class DayAnswers
{
    /// <summary>Reads them.</summary>
    /// <param name="text">The text; null or empty: nothing was said.</param>
    /// <exception cref="StoreException">There is no such question, or no such answer.</exception>
    public static IReadOnlyList<GateAnswer> Of(string? text) =>
        [.. (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(p => p.Split([':', '='], 2)).Select(p => Of(p[0], p.ElementAtOrDefault(1)))];

    /// <summary>One answer.</summary>
    /// <param name="question">The question's id.</param>
    /// <param name="word">yes, no or skip.</param>
    /// <exception cref="StoreException">There is no such question, or no such answer.</exception>
    public static GateAnswer Of(string question, string? word)
    {
        if (!GateQuestions.All.Any(q => string.Equals(q.Id, question, StringComparison.Ordinal))) throw new StoreException(StoreFailure.Refused, $"a question is one of: {string.Join(", ", GateQuestions.All.Select(q => q.Id))}");
        return new GateAnswer(question, word switch
        {
            "yes" => Answer.Yes,
            "no" => Answer.No,
            "skip" => Answer.NotSaid,
            _ => throw new StoreException(StoreFailure.Refused, $"{question} is answered with yes, no or skip"),
        });
    }
}
