using GaitSense.Core;

namespace GaitSense.Simulation.Plan;

/// <summary>One step that the script asks for, before chance and time.</summary>
/// <param name="Foot">The foot that moves.</param>
/// <param name="Manner">How.</param>
/// <param name="Way">Share of the manner's step length that the body advances: 1, or 0 when the foot only closes.</param>
/// <param name="TurnRad">Change of heading, rad, left positive.</param>
/// <param name="Riser">Stairs climbed, negative when descending.</param>
/// <param name="PauseS">Standing before this step, s, counted from the moment both feet are flat; null within a run of steps.</param>
/// <param name="FreezeS">How long the feet tremble in place before this step, s; 0 when they do not.</param>
/// <param name="IsAmbiguous">Whether observers would not agree to call it a step.</param>
/// <param name="Taps">Taps during the pause before this step, from its begin; null: none.</param>
internal readonly record struct PlannedStep(Foot Foot, WalkManner Manner, double Way, double TurnRad, int Riser, double? PauseS, double FreezeS = 0, bool IsAmbiguous = false, IReadOnlyList<FootTap>? Taps = null);
