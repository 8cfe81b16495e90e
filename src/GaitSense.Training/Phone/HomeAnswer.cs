namespace GaitSense.Training.Phone;

/// <summary>What can be answered.</summary>
/// <param name="Value">"yes" or "no".</param>
/// <param name="Text">The words.</param>
public sealed record HomeAnswer(string Value, string Text);
