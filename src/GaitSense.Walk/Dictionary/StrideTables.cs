using GaitSense.Recording.Results;

namespace GaitSense.Walk;

/// <summary>What the columns of events, strides, steps and path mean.</summary>
internal static class StrideTables
{
    private const string FootMeaning = "left or right";
    private const string Directions = "forward, backward, left, right, in_place or unknown";
    private const string Seconds = "Seconds on the recording's clock.";

    public static IEnumerable<ColumnEntry> All => [.. Events, .. Provisional, .. Strides, .. Settled, .. Steps, .. Trajectory];

    private static TableEntries Events => new TableEntries(ResultFiles.Events)
        .Text("foot", FootMeaning)
        .Text("event", "which event", "initial_contact: the foot touches the ground, with whichever part. foot_flat: its sagittal rotation falls below 0.5 rad/s. heel_off: it rises above that again. terminal_contact: the last part leaves the ground. mid_swing: the swing has passed its greatest speed.", "Perry 1992; flat foot by angular rate: Mariani et al. 2013")
        .Number("time_s", "s", "when it happened", Seconds)
        .Number("detected_at_s", "s", "when its time was fixed", "Time of the sample whose processing fixed time_s: nothing looks ahead.")
        .Text("direction", "direction of its swing", $"Of the swing just ended for a landing, of that now beginning for a release: {Directions}.")
        .Number("confidence", "", "how sure it is, 0 to 1")
        .Number("direction_known_at_s", "s", "when its direction was known; empty: never");

    private static TableEntries Provisional => new TableEntries(ResultFiles.ProvisionalEvents)
        .Text("foot", FootMeaning)
        .Text("event", "which event was guessed", "An early guess that cues use; see events.csv.")
        .Number("time_s", "s", "when it was taken to happen", Seconds)
        .Number("known_at_s", "s", "when the guess was made")
        .Number("confidence", "", "how sure it was, 0 to 1")
        .Flag("kept", "whether a final event confirmed it");

    private static TableEntries Strides => new TableEntries(ResultFiles.Strides)
        .Text("foot", FootMeaning)
        .Number("start_s", "s", "opening initial contact; empty for a first stride after rest", Seconds)
        .Number("end_s", "s", "closing initial contact")
        .Number("terminal_contact_s", "s", "terminal contact: where the swing begins")
        .Number("zero_velocity_start_s", "s", "mid-stance instant before the swing", "Where the foot is still, or slowest where it never is.", "Skog et al. 2010")
        .Number("zero_velocity_end_s", "s", "mid-stance instant after the swing")
        .Number("stride_time_s", "s", "initial contact to initial contact", "end_s - start_s", "Perry 1992")
        .Number("stance_time_s", "s", "initial to terminal contact", "terminal_contact_s - start_s", "Perry 1992")
        .Number("swing_time_s", "s", "terminal to initial contact", "end_s - terminal_contact_s", "Perry 1992")
        .Number("stride_length_m", "m", "stride length", "Horizontal distance of the sensor between the two mid-stance instants.", "Rampp et al. 2015")
        .Number("speed_mps", "m/s", "walking speed of the stride", "stride_length_m / stride_time_s")
        .Text("direction", "direction of the swing", $"The sign of the displacement along the foot's axis: {Directions}.")
        .Number("clearance_m", "m", "the sensor's lift; see max_sensor_lift_m, the same under its right name")
        .Number("height_change_m", "m", "height at the end minus at the start, up positive")
        .Number("angle_at_ic_deg", "deg", "foot angle at the closing initial contact", "Sagittal angle of the sole against its angle at foot flat, toe up positive.", "Mariani et al. 2012")
        .Number("angle_at_tc_deg", "deg", "foot angle at terminal contact", "As angle_at_ic_deg.", "Mariani et al. 2012")
        .Number("turn_deg", "deg", "change of heading between the mid-stances, left positive", "", "Mariani et al. 2010")
        .Number("confidence", "", "how sure direction and length are, 0 to 1")
        .Flag("valid", "whether its numbers may be used")
        .Text("reject_reason", "why not; empty for a valid one", "gap, no_zero_velocity, incomplete, clipped, implausible or mounting_slip.")
        .Number("known_at_s", "s", "time of the sample that completed it")
        .Text("early_direction", "the direction as said in mid-swing")
        .Text("direction_revision", "why direction is not early_direction; empty: it is")
        .Number("max_sensor_lift_m", "m", "how high the sensor is lifted", "The sensor's greatest height above the line between the mid-stances. It is not the clearance of the toes, which a sensor on the shoe does not see.", "Mariani et al. 2012")
        .Number("lateral_excursion_m", "m", "how far the sensor swings out", "Greatest sideways distance of its path in swing from the straight line between the mid-stances; empty below 0.1 m of length.", "circumduction: Kerrigan et al. 2000")
        .Number("swing_width_m", "m", "width of the sensor's path in swing", "Its greatest distance to the left of that line plus the greatest to the right.", "Dadashi et al. 2014")
        .Number("swing_path_length_m", "m", "length of the sensor's path (arc length)", "In space, from mid-stance to mid-stance.", "Küderle et al. 2024 (gaitmap: arc length)")
        .Number("peak_swing_speed_mps", "m/s", "greatest speed of the sensor in swing", "", "Dadashi et al. 2014")
        .Number("peak_swing_rate_degps", "deg/s", "greatest angular rate of the foot", "Size of the rate about whichever axis, from the mid-stance before the swing to the landing; mostly that of push-off.", "Salarian et al. 2004, there of the shank")
        .Number("toe_out_deg", "deg", "toe-out angle (foot progression), outward positive", "The foot's declared axis, mean of both mid-stances, against the way between them. Only where the recording declares the mounting, and as good as that.", "Huang et al. 2016")
        .Number("foot_flat_s", "s", "foot flat in the stance that opens the stride", "As the event of that name.")
        .Number("heel_off_s", "s", "heel off in that stance", "As the event of that name.")
        .Number("terminal_contact_ambiguity_s", "s", "how much earlier the terminal contact may as well lie", "Time between the two peaks of a push-off of two peaks; 0 where there is one.");

    private static TableEntries Settled => new TableEntries(ResultFiles.Strides)
        .Number("stance_percent", "%", "stance as a share of the stride", "100 stance_time_s / stride_time_s", "Perry 1992")
        .Number("swing_percent", "%", "swing as a share of the stride", "100 swing_time_s / stride_time_s", "Perry 1992")
        .Number("double_support_percent", "%", "both double supports as a share of the stride", "After the landing that opens it, and after the other foot's one landing in it.", "Perry 1992")
        .Number("single_support_percent", "%", "this foot alone on the ground, as a share of the stride", "Stance less both double supports.", "Perry 1992")
        .Number("loading_percent", "%", "loading: initial contact to foot flat, as a share of stance", "", "Mariani et al. 2013")
        .Number("foot_flat_percent", "%", "foot flat to heel off, as a share of stance", "", "Mariani et al. 2013")
        .Number("push_off_percent", "%", "push-off: heel off to terminal contact, as a share of stance", "", "Mariani et al. 2013")
        .Count("bout", "number of its bout in bouts.csv; empty: it is in none")
        .Text("use", "whether it counts as steady walking, or the first reason why not", "steady; rejected; other_direction (neither forward nor backward); low_confidence (below 0.5); turn (it turns by more than 20 degrees, or its swing overlaps a turn of either foot); start, end (first, last two strides of the foot in a bout); pause, direction_change (two before or after one). Means, symmetry, variability and the key figures are of steady strides.", "edges: a policy of this project; Lindemann et al. 2008");

    private static TableEntries Steps => new TableEntries(ResultFiles.Steps)
        .Text("foot", "the foot that landed")
        .Number("time_s", "s", "its initial contact", Seconds)
        .Number("step_time_s", "s", "since the other foot's initial contact", "", "Perry 1992")
        .Number("step_time_uncertainty_s", "s", "standard uncertainty of step_time_s", "Timing of contacts and the clocks' alignment, in quadrature.")
        .Number("double_support_s", "s", "this landing to the other foot's next terminal contact; empty where that did not follow", "", "Perry 1992")
        .Text("direction", "direction of the swing that ended with the landing", Directions)
        .Number("known_at_s", "s", "time of the sample that completed the step");

    private static TableEntries Trajectory => new TableEntries(ResultFiles.Trajectory)
        .Text("foot", FootMeaning)
        .Number("time_s", "s", "time: mid-stance instants, or every sample with --trajectory full", Seconds)
        .Number("x_m", "m", "place, in the foot's own frame: origin and heading where it first rested")
        .Number("y_m", "m", "place to the left of x")
        .Number("z_m", "m", "height, up positive")
        .Number("heading_deg", "deg", "heading of the toe, left positive");
}
