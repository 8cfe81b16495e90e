using GaitSense.Core;

namespace GaitSense.Reference;

/// <summary>A labelled stride in an order without times.</summary>
/// <param name="Foot">The foot.</param>
/// <param name="StrideTimeS">Initial contact to initial contact, s.</param>
/// <param name="LengthM">Length, m.</param>
public readonly record struct ReferenceSequenceStride(Foot Foot, double StrideTimeS, double LengthM);
