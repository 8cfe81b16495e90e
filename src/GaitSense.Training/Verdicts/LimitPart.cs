namespace GaitSense.Training.Verdicts;

/// <summary>One of the limits of which the largest counts.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Up">The limit of a rise, in the quantity's unit.</param>
/// <param name="Down">The limit of a fall, above 0.</param>
/// <param name="Source">Where it comes from, in words: who, when, in how many people; or from how many of the person's visits.</param>
public sealed record LimitPart(LimitPartKind Kind, double Up, double Down, string Source);
