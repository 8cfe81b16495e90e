using System.Text.Json.Serialization;

namespace GaitSense.Feedback.Plan;

/// <summary>When cues fall silent. Silence is the answer to every doubt.</summary>
public sealed record SafetyPlan
{
    /// <summary>
    /// Whether the walk begins with a check: the walker sits or stands still and answers with each foot; without it passed there are no cues. <value>The default is false;
    /// <c>--check</c> asks for it.</value>
    /// </summary>
    [Source("Sensors or headphones on the wrong side are the first risk of the evidence's list")]
    public bool StartCheck { get; init; }

    /// <summary>Clean steps before a rhythm begins, or begins again. <value>The default is 4.</value></summary>
    [Within(4, 12), Source("Two of each foot")]
    public int CleanSteps { get; init; } = 4;

    /// <summary>A landing with less confidence is no clean step, 0 to 1. <value>The default is 0.5.</value></summary>
    [Within(0.1, 0.95), Source("Soft landings with foot drop come with 0.6")]
    [JsonPropertyName("lowest_confidence")]
    public double MinConfidence { get; init; } = 0.5;

    /// <summary>A step that differs from those of the same foot by more is not clean, percent. <value>The default is 30.</value></summary>
    [Within(10, 60), Source("Three times the scatter of single steps in MS")]
    [JsonPropertyName("largest_step_change_percent")]
    public double MaxStepChangePercent { get; init; } = 30;

    /// <summary>Samples of a foot missing for longer silence the cues, s. <value>The default is 0.25.</value></summary>
    [Within(0.05, 1), Source("Half a step")]
    [JsonPropertyName("longest_sensor_gap_s")]
    public double MaxSensorGapS { get; init; } = 0.25;

    /// <summary>Standard uncertainty of the feet's clocks against each other from which on there is no rhythm, s. <value>The default is 0.03.</value></summary>
    [Within(0.005, 0.1), Source("A twentieth of a step")]
    [JsonPropertyName("largest_clock_uncertainty_s")]
    public double MaxClockUncertaintyS { get; init; } = 0.03;
}
