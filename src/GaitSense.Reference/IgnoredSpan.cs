using GaitSense.Core;

namespace GaitSense.Reference;

/// <summary>A span of one foot in which nothing is judged.</summary>
/// <param name="Foot">The foot.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Why">The reason, for people.</param>
public readonly record struct IgnoredSpan(Foot Foot, DeviceTime Start, DeviceTime End, string Why);
