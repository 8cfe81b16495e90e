using GaitSense.Core;

namespace GaitSense.Recording.Results;

/// <summary>A row of <c>turns.csv</c>.</summary>
/// <param name="Foot">The foot on whose clock it is; null: both feet, which share one.</param>
/// <param name="Start">First release into a turning swing.</param>
/// <param name="End">Last landing of one.</param>
/// <param name="AngleRad">Change of heading, rad, left positive.</param>
/// <param name="PeakRateRadPerS">Greatest rate of turning over one stride, rad/s; null where it is not known.</param>
/// <param name="Steps">Landings in it.</param>
public readonly record struct TurnRow(Foot? Foot, DeviceTime Start, DeviceTime End, double AngleRad, double? PeakRateRadPerS, int Steps);
