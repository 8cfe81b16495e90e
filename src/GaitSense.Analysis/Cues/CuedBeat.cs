using GaitSense.Core;

namespace GaitSense.Analysis.Cues;

/// <summary>A beat that was heard.</summary>
/// <param name="Foot">The foot that was to land.</param>
/// <param name="Time">When, in the walk's time.</param>
/// <param name="TempoStepsPerMin">Tempo of the rhythm, steps/min; above 0.</param>
/// <param name="AsynchronyS">Landing minus beat, s: negative where the foot landed first; null where no landing belonged to it.</param>
public readonly record struct CuedBeat(Foot Foot, DeviceTime Time, double TempoStepsPerMin, double? AsynchronyS);
