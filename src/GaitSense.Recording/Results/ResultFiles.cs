namespace GaitSense.Recording.Results;

/// <summary>Names and columns of the tables in an analysis folder. They are a contract: columns may be added at the end, never renamed.</summary>
public static class ResultFiles
{
    /// <summary>Events with their final times.</summary>
    public const string Events = "events.csv";

    /// <summary>Early guesses that cues use.</summary>
    public const string ProvisionalEvents = "provisional_events.csv";

    /// <summary>Strides.</summary>
    public const string Strides = "strides.csv";

    /// <summary>Steps; header only where the feet share no clock.</summary>
    public const string Steps = "steps.csv";

    /// <summary>The feet's paths.</summary>
    public const string Trajectory = "trajectory.csv";

    /// <summary>Turns of the walker.</summary>
    public const string Turns = "turns.csv";

    /// <summary>Stretches of walking without a pause.</summary>
    public const string Bouts = "bouts.csv";

    /// <summary>Only there when the analysis was stopped early: says until when the tables go.</summary>
    public const string Incomplete = "incomplete.txt";

    /// <summary>The tables that every analysis has.</summary>
    public static IReadOnlyList<string> All { get; } = [Events, ProvisionalEvents, Strides, Steps, Trajectory, Turns, Bouts];

    internal static readonly string[] EventColumns =
        ["foot", "event", "time_s", "detected_at_s", "direction", "confidence", "direction_known_at_s"];

    internal static readonly string[] ProvisionalColumns = ["foot", "event", "time_s", "known_at_s", "confidence", "kept"];

    internal static readonly string[] StepColumns =
        ["foot", "time_s", "step_time_s", "step_time_uncertainty_s", "double_support_s", "direction", "known_at_s"];

    internal static readonly string[] TrajectoryColumns = ["foot", "time_s", "x_m", "y_m", "z_m", "heading_deg"];

    internal static readonly string[] TurnColumns =
        ["turn", "foot", "start_s", "end_s", "duration_s", "angle_deg", "direction", "peak_rate_degps", "steps"];

    internal static readonly string[] BoutColumns =
    [
        "bout", "foot", "start_s", "end_s", "duration_s", "strides", "valid_strides", "steady_strides", "direction", "distance_m", "speed_mps",
        "cadence_steps_per_min", "stride_length_m",
    ];
}
