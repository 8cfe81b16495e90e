using GaitSense.Core;

namespace GaitSense.Analysis.Cues;

/// <summary>A change of the tempo ladder.</summary>
/// <param name="Time">When.</param>
/// <param name="Percent">The level from then on, percent of the walker's preferred cadence.</param>
public readonly record struct CueLevel(DeviceTime Time, double Percent);
