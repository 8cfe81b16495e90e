using GaitSense.Core;

namespace GaitSense.Analysis.Cues;

/// <summary>A stretch without cues.</summary>
/// <param name="From">From when.</param>
/// <param name="To">To when.</param>
/// <param name="Reason">Why, in words for people.</param>
/// <param name="IsPlanned">Whether the plan wanted it. If not, something was uncertain, or the walker stopped.</param>
public readonly record struct CueSilence(DeviceTime From, DeviceTime To, string Reason, bool IsPlanned);
