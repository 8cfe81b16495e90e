using GaitSense.Core;

namespace GaitSense.Simulation.Plan;

/// <summary>A standing or sitting person taps the floor with a foot: heel or toe are lifted and come down, the rest of the foot stays.</summary>
/// <param name="Foot">The foot.</param>
/// <param name="AtS">When it comes down, s after the stand began; 1 or more.</param>
/// <param name="PeakMps2">How hard: the highest acceleration at the sensor, m/s²; 20 to 80 are usual.</param>
/// <param name="IsToe">Whether the toe is lifted; else the heel.</param>
public readonly record struct FootTap(Foot Foot, double AtS, double PeakMps2, bool IsToe);
