using GaitSense.Simulation.People;
using GaitSense.Training.Gates;

namespace GaitSense.Cli.Training.Simulated;

/// <summary>What a simulated person answers: the true state of the day, or nothing where they are silent and the question may be skipped.</summary>
internal static class SaidAnswers
{
    /// <summary>The answer to a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="trainee">The person.</param>
    /// <param name="day">The day.</param>
    /// <param name="hasRelapse">A relapse that was not reported yet.</param>
    /// <param name="hasFallen">A fall that was not told yet.</param>
    /// <param name="wasSeen">A professional has seen the person.</param>
    public static GateAnswer To(GateQuestion question, SimulatedTrainee trainee, TraineeDay day, bool hasRelapse, bool hasFallen, bool wasSeen)
    {
        int number = GateQuestions.All.TakeWhile(q => !string.Equals(q.Id, question.Id, StringComparison.Ordinal)).Count();
        if (question.Skippable && trainee.IsSilent(day.Day, number)) return new(question.Id, Answer.NotSaid);
        bool isSo = question.Id switch
        {
            GateQuestions.News => day.Emergency || day.Ill || day.Eyes || hasRelapse,
            GateQuestions.Seen => wasSeen,
            GateQuestions.Emergency => day.Emergency,
            GateQuestions.Ill => day.Ill,
            GateQuestions.Relapse => hasRelapse,
            GateQuestions.Eyes => day.Eyes,
            GateQuestions.Fall => hasFallen,
            GateQuestions.Warm => day.IsWarm,
            GateQuestions.Company => day.Company,
            GateQuestions.Path => day.PathClear,
            GateQuestions.Support => day.Support,
            GateQuestions.Shoes => day.Shoes,
            GateQuestions.Ear => day.EarFree,
            _ => false,
        };
        return new(question.Id, isSo ? Answer.Yes : Answer.No);
    }
}
