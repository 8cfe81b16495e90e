namespace GaitSense.Training.Phone;

/// <summary>A question that is to be asked.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">The question.</param>
/// <param name="Answers">What can be answered, in order.</param>
/// <param name="Skippable">Whether it may be skipped.</param>
public sealed record HomeQuestion(string Id, string Text, IReadOnlyList<HomeAnswer> Answers, bool Skippable);
