namespace GaitSense.Training.Gates;

/// <summary>One question and what was answered.</summary>
/// <param name="Question">The question's id.</param>
/// <param name="Answer">The answer.</param>
public sealed record GateAnswer(string Question, Answer Answer);
