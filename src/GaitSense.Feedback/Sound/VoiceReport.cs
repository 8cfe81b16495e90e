using GaitSense.Core;

namespace GaitSense.Feedback.Sound;

/// <summary>What became of a scheduled sound.</summary>
/// <param name="Number">The number it was scheduled with.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="Frame">The frame it was scheduled for, or its turn where words or a good step came later; where it has begun, its first sample is exactly there.</param>
/// <param name="RenderedAt">When the block in which this was decided was asked for.</param>
public readonly record struct VoiceReport(int Number, VoiceFate Fate, long Frame, HostTime RenderedAt);
