using System.Text.Json.Serialization;

namespace GaitSense.Feedback.Plan;

/// <summary>A beat for each step, on alternate sides, ahead of the landing that it belongs to.</summary>
public sealed record RhythmPlan
{
    /// <summary>Whether there is a rhythm. <value>The default is true.</value></summary>
    [Source("Step-based pacing is steadier than stride-based (PMC7288070)")]
    public bool Enabled { get; init; } = true;

    /// <summary>Clean walking without cues at the start, s: the walker's preferred cadence and what the cues are later compared with. <value>The default is 60.</value></summary>
    [Within(10, 300), Source("InTandem: the first minute at the preferred cadence (PMC12324963)")]
    public double BaselineS { get; init; } = 60;

    /// <summary>Or as many clean strides of each foot. <value>The default is 30.</value></summary>
    [Within(6, 200), Source("At least 6 strides for means (Motti Ader 2020), 30 for variability")]
    public int BaselineStrides { get; init; } = 30;

    /// <summary>
    /// The preferred cadence, as earlier walks of the same kind measured it (<c>baseline_cadence_steps_per_min</c> of their cue_summary.json), steps/min; there is then no baseline.
    /// Null: it is learned in the baseline. <value>The default is null.</value>
    /// </summary>
    [Within(20, 180), Source("Stretches of backward practice are too short to learn it in each walk")]
    public double? OwnCadenceStepsPerMin { get; init; }

    /// <summary>Least cadence that is cued, steps/min. <value>The default is 44.</value></summary>
    [Within(20, 100), Source("mobgap: range of people with MS in the laboratory")]
    [JsonPropertyName("lowest_cadence_steps_per_min")]
    public double MinCadenceStepsPerMin { get; init; } = 44;

    /// <summary>Greatest cadence that is cued, steps/min. <value>The default is 141.</value></summary>
    [Within(100, 180), Source("mobgap: range of people with MS in the laboratory")]
    [JsonPropertyName("highest_cadence_steps_per_min")]
    public double MaxCadenceStepsPerMin { get; init; } = 141;

    /// <summary>Step times that vary more than this at the start are not cued, percent. <value>The default is 15.</value></summary>
    [Within(5, 30), Source("A rhythm needs steps that have one")]
    [JsonPropertyName("largest_variation_percent")]
    public double MaxVariationPercent { get; init; } = 15;

    /// <summary>How much of the time between landing and beat the next beat makes up for, 0 to 1. <value>The default is 0.7.</value></summary>
    [Within(0.05, 1), Source("The times of one step and the next hardly depend on each other, so most of a difference stays; with the walker's own correction (0.2 to 0.6; Repp 2005) it stays stable")]
    public double PhaseGain { get; init; } = 0.7;

    /// <summary>With a limp: 100 are even beats, which the steps are to become; 0 are beats at the landings as they are. <value>The default is 100.</value></summary>
    [Within(0, 100), Source("Even beats are what studies of rhythm and symmetry used")]
    public double EvennessPercent { get; init; } = 100;

    /// <summary>Most that one beat is moved, percent of the step. <value>The default is 4.</value></summary>
    [Within(1, 10), Source("A beat that jumps is no beat: about what listeners begin to notice")]
    [JsonPropertyName("largest_correction_percent")]
    public double MaxCorrectionPercent { get; init; } = 4;

    /// <summary>Most that the tempo changes, steps/min in a second. <value>The default is 1.</value></summary>
    [Within(0.1, 5), Source("Never jerky")]
    public double TempoSlewStepsPerMinPerS { get; init; } = 1;

    /// <summary>
    /// How far the tempo follows the walker's preferred cadence from that of the start, percent, both ways; backward practice never goes above it.
    /// <value>The default is 10.</value>
    /// </summary>
    [Within(0, 20), Source("Cues at a fixed preferred pace slowed walkers with progressive MS (Vanbilsen 2026); tired people slow down")]
    public double FollowPercent { get; init; } = 10;

    /// <summary>A landing this far from its beat ends the rhythm until the steps agree again, percent of the step. <value>The default is 15.</value></summary>
    [Within(8, 30), Source("Four times the usual scatter of steps with mild MS: no chance of being in time")]
    public double OutOfPhasePercent { get; init; } = 15;

    /// <summary>Whether there may be cues at a cadence, steps/min.</summary>
    internal bool Allows(double cadenceStepsPerMin) => cadenceStepsPerMin >= MinCadenceStepsPerMin && cadenceStepsPerMin <= MaxCadenceStepsPerMin;
}
