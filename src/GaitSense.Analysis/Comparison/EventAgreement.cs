namespace GaitSense.Analysis.Comparison;

/// <summary>How well two systems agree in one kind of event.</summary>
/// <param name="Event">The kind.</param>
/// <param name="Matched">Events that both saw: one to one, nearest first, within 0.25 s, on the same foot.</param>
/// <param name="OnlyFirst">Events that only the first system saw.</param>
/// <param name="OnlySecond">Events that only the second system saw.</param>
/// <param name="Time">How far their times differ.</param>
public sealed record EventAgreement(string Event, int Matched, int OnlyFirst, int OnlySecond, Agreement Time);
