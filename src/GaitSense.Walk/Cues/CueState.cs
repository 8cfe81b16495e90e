using GaitSense.Core;
using GaitSense.Feedback.Cues;

namespace GaitSense.Walk;

/// <summary>How the cues are at a moment of the walk, for screens.</summary>
/// <param name="At">The moment.</param>
/// <param name="Silence">Why there are none; <see cref="SilenceReason.None"/> where there are.</param>
/// <param name="TempoStepsPerMin">Tempo of the rhythm, steps/min; null without one.</param>
/// <param name="LevelPercent">Level of the tempo ladder against the walker's preferred cadence, percent.</param>
/// <param name="AsynchronyS">Mean landing minus beat of the last beats, s; null before there are some.</param>
/// <param name="PhaseConcentration">Length of their mean vector of phases, 0 to 1.</param>
public readonly record struct CueState(DeviceTime At, SilenceReason Silence, double? TempoStepsPerMin, double LevelPercent, double? AsynchronyS, double? PhaseConcentration);
