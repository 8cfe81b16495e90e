namespace GaitSense.Core;

/// <summary>What the sensor's path in a swing looked like, besides its length and height.</summary>
/// <param name="LateralM">Greatest sideways distance from the straight line between the mid-stances, m; large where a stiff leg swings out (circumduction; Kerrigan et al. 2000). Null for a stride under 0.1 m, which has no line.</param>
/// <param name="WidthM">How wide the path is across that line, m: greatest distance to its left plus that to its right. Null as the former.</param>
/// <param name="PathLengthM">Length of the path in space, from mid-stance to mid-stance, m.</param>
/// <param name="PeakSpeedMps">Greatest speed of the sensor, m/s.</param>
/// <param name="PeakRateRadPerS">Greatest angular rate of the foot about whichever axis, rad/s, from the mid-stance to the landing; mostly that of push-off.</param>
public readonly record struct SwingShape(double? LateralM, double? WidthM, double PathLengthM, double PeakSpeedMps, double PeakRateRadPerS);
