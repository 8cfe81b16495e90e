namespace GaitSense.Core;

/// <summary>How the core thinks a sensor sits on its foot.</summary>
/// <param name="Foot">The foot.</param>
/// <param name="Time">Time of the sample that gave the estimate.</param>
/// <param name="Axes">The foot frame's axes in the sensor frame.</param>
/// <param name="IsDeclared">Whether forward was declared; otherwise it was learned from the signal.</param>
/// <param name="ForwardConfidence">0 to 1: how sure the sign of forward is; 1 when declared.</param>
public readonly record struct MountingEstimate(Foot Foot, DeviceTime Time, MountingAxes Axes, bool IsDeclared, double ForwardConfidence);
