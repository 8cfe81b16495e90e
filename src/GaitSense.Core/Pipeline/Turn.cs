namespace GaitSense.Core;

/// <summary>A change of walking direction spread over consecutive strides of one foot.</summary>
/// <param name="Foot">The foot whose heading shows it.</param>
/// <param name="Start">Mid-stance before its first turning stride.</param>
/// <param name="End">Mid-stance after its last turning stride.</param>
/// <param name="AngleRad">Change of heading, rad, left positive.</param>
public readonly record struct Turn(Foot Foot, DeviceTime Start, DeviceTime End, double AngleRad);
