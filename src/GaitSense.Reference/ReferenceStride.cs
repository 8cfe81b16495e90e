using GaitSense.Core;

namespace GaitSense.Reference;

/// <summary>A labelled stride between two zero-velocity instants.</summary>
/// <param name="Foot">The foot.</param>
/// <param name="Start">Zero-velocity instant before the swing.</param>
/// <param name="End">Zero-velocity instant after the swing.</param>
/// <param name="LengthM">Horizontal distance, m.</param>
/// <param name="Direction">Direction; <see cref="WalkingDirection.Unknown"/> where it carries no label.</param>
public readonly record struct ReferenceStride(Foot Foot, DeviceTime Start, DeviceTime End, double LengthM, WalkingDirection Direction);
