using GaitSense.Recording.Results;

namespace GaitSense.Walk;

/// <summary>What the columns of turns, bouts and cues mean.</summary>
internal static class WalkTables
{
    public static IEnumerable<ColumnEntry> All => [.. Turns, .. Bouts, .. Cues, .. Delivery];

    private static TableEntries Turns => new TableEntries(ResultFiles.Turns)
        .Count("turn", "its number, from 1")
        .Text("foot", "both, or the foot whose clock the times are on where the feet share none")
        .Number("start_s", "s", "first terminal contact into a turning swing", "A stride belongs to a turn from 15 degrees, a turn counts from 45. What both feet report of one turn, from mid-stance to mid-stance, overlaps and goes the same way.")
        .Number("end_s", "s", "last initial contact of a turning swing")
        .Number("duration_s", "s", "how long it takes", "end_s - start_s", "El-Gohary et al. 2014")
        .Number("angle_deg", "deg", "change of heading, left positive", "Mean of the feet that saw it.")
        .Text("direction", "left or right")
        .Number("peak_rate_degps", "deg/s", "greatest rate of turning", "Greatest change of heading of one stride over its stride time, without a sign, mean of the feet; empty where no stride time is known. A trunk turns more evenly than feet: its peak is another quantity.", "El-Gohary et al. 2014, there of the trunk")
        .Count("steps", "landings of both feet in it");

    private static TableEntries Bouts => new TableEntries(ResultFiles.Bouts)
        .Count("bout", "its number, from 1")
        .Text("foot", "both, or the foot whose series of strides it is where the feet share no clock")
        .Number("start_s", "s", "first terminal contact of either foot", "A bout ends with three seconds without a contact.", "Mobilise-D: Kirk et al. 2024")
        .Number("end_s", "s", "last initial contact")
        .Number("duration_s", "s", "how long it is", "end_s - start_s")
        .Count("strides", "strides of both feet, valid and rejected")
        .Count("valid_strides", "those whose numbers may be used")
        .Count("steady_strides", "those that count as steady walking")
        .Text("direction", "direction of most valid strides")
        .Number("distance_m", "m", "way walked", "Sum of the valid strides' lengths, mean of the feet.")
        .Number("speed_mps", "m/s", "mean speed", "Mean of its valid strides in that direction, starts, stops and turns included.", "Mobilise-D: Kirk et al. 2024")
        .Number("cadence_steps_per_min", "steps/min", "cadence", "120 over the mean stride time of those strides.")
        .Number("stride_length_m", "m", "their mean length");

    private static TableEntries Cues => new TableEntries(CueTable.Name)
        .Count("number", "its number, from 0")
        .Text("kind", "what it is: beat, good step, correction, words")
        .Text("foot", "the foot it is about; empty: none")
        .Number("decided_at_s", "s", "when it was decided")
        .Number("planned_s", "s", "when it is to be heard")
        .Number("gain_db", "dB", "how loud, against the plan's volume: 0 or less")
        .Text("phrase", "what is said; empty: no words")
        .Number("tempo_steps_per_min", "steps/min", "tempo of the beats then")
        .Number("contact_s", "s", "the landing that belongs to it; empty: none")
        .Number("asynchrony_s", "s", "landing minus beat: negative where the foot landed first", "", "Repp 2005")
        .Text("cancelled", "why it was taken back; empty: it was not");

    private static TableEntries Delivery => new TableEntries(CueDelivery.Name)
        .Count("number", "the cue, as in cues.csv")
        .Count("handed_over_us", "when it was handed to the device, µs of this computer's clock")
        .Count("frame", "frame of sound it begins with; empty: no sound")
        .Text("fate", "what became of it")
        .Text("output", "what it was handed to: sound, or a motor");
}
