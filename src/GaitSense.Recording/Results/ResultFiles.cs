namespace GaitSense.Recording;

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

    /// <summary>What is decided of a stride when it is complete: its row in a session.</summary>
    internal static readonly string[] StrideColumns =
    [
        "foot", "start_s", "end_s", "terminal_contact_s", "zero_velocity_start_s", "zero_velocity_end_s", "stride_time_s", "stance_time_s",
        "swing_time_s", "stride_length_m", "speed_mps", "direction", "clearance_m", "height_change_m", "angle_at_ic_deg", "angle_at_tc_deg",
        "turn_deg", "confidence", "valid", "reject_reason", "known_at_s", "early_direction", "direction_revision", "max_sensor_lift_m",
        "lateral_excursion_m", "swing_width_m", "swing_path_length_m", "peak_swing_speed_mps", "peak_swing_rate_degps", "toe_out_deg", "foot_flat_s", "heel_off_s",
        "terminal_contact_ambiguity_s",
    ];

    /// <summary>What is known of a stride only when the walk is over: the rest of its row in the file.</summary>
    internal static readonly string[] SettledStrideColumns =
    [
        "stance_percent", "swing_percent", "double_support_percent", "single_support_percent", "loading_percent", "foot_flat_percent", "push_off_percent",
        "bout", "use",
    ];

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
