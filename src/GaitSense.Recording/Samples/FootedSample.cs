using GaitSense.Core;

namespace GaitSense.Recording;

/// <summary>A sample and the foot it belongs to.</summary>
/// <param name="Foot">The foot.</param>
/// <param name="Sample">The reading.</param>
public readonly record struct FootedSample(Foot Foot, ImuSample Sample);
