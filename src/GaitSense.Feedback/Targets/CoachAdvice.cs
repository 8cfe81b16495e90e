using GaitSense.Core;

namespace GaitSense.Feedback.Targets;

/// <summary>What a step is worth telling; nothing by default.</summary>
/// <param name="Foot">The foot that it is about; null: both.</param>
/// <param name="IsGood">Whether it was a good step, and one that is rewarded.</param>
/// <param name="Phrase">What is said; null: nothing.</param>
internal readonly record struct CoachAdvice(Foot? Foot, bool IsGood, string? Phrase);
