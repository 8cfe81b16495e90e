namespace GaitSense.Walk;

/// <summary>What the fields of <c>summary.json</c> mean, by path; what many share stands in <see cref="SharedParts"/>.</summary>
internal static class SummaryFields
{
    public static IEnumerable<ColumnEntry> All => [.. Head, .. Counts, .. Quantities, .. Symmetry, .. Rest, .. Cues];

    private static TableEntries Entries => new(WalkResults.SummaryFile);

    private static TableEntries Head => Entries
        .Text("format", "name of the format")
        .Count("version", "version of the format")
        .Text("software.name", "who made the numbers")
        .Text("software.version", "its version")
        .Text("software.commit", "the commit it was built from; unknown: built outside of a repository")
        .Text("recording", "name of the recording")
        .Text("description", "what the recording says about itself")
        .Text("started_at", "when the walk began, ISO 8601; null: not known")
        .Text("participant", "the person's pseudonym; null: not known", "From participants.csv or the pattern in gaitsense.json, else folders (P01/T1, BIDS), else session.json or the session's manifest.")
        .Text("visit", "the visit; null: not known", "As participant.")
        .Text("group", "the person's group; null: not known", "As participant.")
        .Text("warnings[]", "what a reader must know before using the numbers")
        .Number("totals.duration_s", "s", "the longer of the two feet's recordings")
        .Number("totals.walking_time_s", "s", "sum of all bouts")
        .Number("totals.distance_m", "m", "way walked", "Sum of the valid strides' lengths, mean of the feet: never too long.")
        .Count("totals.bouts", "bouts")
        .Count("totals.turns", "turns, as in turns.csv; without a shared clock those of the foot that saw more")
        .Count("totals.steps", "steps")
        .Count("totals.provisional_kept", "early guesses that a final event confirmed")
        .Count("totals.provisional_withdrawn", "early guesses that were withdrawn");

    private static TableEntries Counts => Entries
        .Count("counts.*.strides", "strides of the foot, valid and rejected")
        .Count("counts.*.valid", "strides whose numbers may be used")
        .Count("counts.*.rejected", "strides whose numbers may not be used")
        .Count("counts.*.valid_by_direction.*", "valid strides of that direction")
        .Count("counts.*.rejected_by_reason.*", "strides rejected for that reason")
        .Count("counts.*.valid_by_use.*", "valid strides of that use", "bout_edge is start and end of strides_by_use together, turning is turn there.")
        .Count("counts.*.strides_by_use.*", "all strides of that use", "As the column use of strides.csv.")
        .Count("counts.*.events.*", "events of that kind")
        .Count("counts.*.steps", "steps that the foot landed")
        .Count("counts.*.turns", "turns that the foot saw")
        .Count("counts.*.gaps", "gaps too long to bridge")
        .Number("counts.*.distance_m", "m", "sum of its valid strides' lengths")
        .Number("counts.*.backward_distance_m", "m", "the part of it walked backward")
        .Number("counts.*.duration_s", "s", "first to last sample");

    private static TableEntries Quantities
    {
        get
        {
            const string Own = "Mean over strides of the column of strides.csv.";
            TableEntries all = Entries.Count("statistics.*.*.strides", "strides in it", "statistics.CHOICE.FOOT: steady_forward, steady_backward (use is steady), all_valid_forward, all_valid_backward; left, right, both.");
            (string Name, string Unit, string Meaning, string Definition, string Source)[] quantities =
            [
                ("stride_length_m", "m", "stride length", Own, "Rampp et al. 2015"),
                ("stride_time_s", "s", "stride time", Own, "Perry 1992"),
                ("stance_time_s", "s", "stance time", Own, "Perry 1992"),
                ("swing_time_s", "s", "swing time", Own, "Perry 1992"),
                ("swing_percent", "%", "swing as a share of the stride", Own, "Perry 1992"),
                ("speed_mps", "m/s", "walking speed", Own, ""),
                ("cadence_steps_per_min", "steps/min", "cadence", "Mean over strides of 120 / stride_time_s.", ""),
                ("clearance_m", "m", "the sensor's lift; see max_sensor_lift_m", Own, ""),
                ("height_change_m", "m", "height change", Own, ""),
                ("angle_at_initial_contact_deg", "deg", "foot angle at initial contact", "Of angle_at_ic_deg.", "Mariani et al. 2012"),
                ("angle_at_terminal_contact_deg", "deg", "foot angle at terminal contact", "Of angle_at_tc_deg.", "Mariani et al. 2012"),
                ("turn_deg", "deg", "change of heading, left positive", Own, "Mariani et al. 2010"),
                ("step_time_s", "s", "step time", "Of the steps that landed with these strides; the clock uncertainty is in its interval.", "Perry 1992"),
                ("double_support_s", "s", "double support after the landing", "Of those steps; the clock uncertainty is in its interval.", "Perry 1992"),
                ("total_double_support_s", "s", "both double supports of a stride", "The offset of the clocks cancels in it.", "Perry 1992"),
                ("double_support_percent", "%", "the same as a share of the stride", Own, "Perry 1992"),
                ("single_support_s", "s", "this foot alone on the ground", "Stance less both double supports; the offset of the clocks cancels in it.", "Perry 1992"),
                ("single_support_percent", "%", "the same as a share of the stride", Own, "Perry 1992"),
                ("stance_percent", "%", "stance as a share of the stride", Own, "Perry 1992"),
                ("loading_percent", "%", "loading as a share of stance", Own + " The interval holds the scatter of strides only.", "Mariani et al. 2013"),
                ("foot_flat_percent", "%", "foot flat to heel off as a share of stance", Own + " The interval holds the scatter of strides only.", "Mariani et al. 2013"),
                ("push_off_percent", "%", "push-off as a share of stance", Own, "Mariani et al. 2013"),
                ("max_sensor_lift_m", "m", "how high the sensor is lifted", Own, "Mariani et al. 2012"),
                ("lateral_excursion_m", "m", "how far the sensor swings out", Own, "Kerrigan et al. 2000"),
                ("swing_width_m", "m", "width of the sensor's path in swing", Own, "Dadashi et al. 2014"),
                ("swing_path_length_m", "m", "length of the sensor's path", Own, "Küderle et al. 2024"),
                ("peak_swing_speed_mps", "m/s", "greatest speed of the sensor in swing", Own, "Dadashi et al. 2014"),
                ("peak_swing_rate_degps", "deg/s", "greatest angular rate of the foot, mid-stance to landing", Own + " The interval holds the scatter of strides only.", "Salarian et al. 2004, there of the shank"),
                ("toe_out_deg", "deg", "toe-out angle, outward positive", Own + " The interval holds the scatter of strides, not the declared mounting's error.", "Huang et al. 2016"),
            ];
            all.Number("statistics.*.*.terminal_contact_ambiguity_s", "s", "how much earlier terminal contacts may as well lie", "Mean of the strides' terminal_contact_ambiguity_s; in the intervals of stance, swing and supports.");
            foreach ((string name, string unit, string meaning, string definition, string source) in quantities)
                all.Group($"statistics.*.*.{name}", SharedParts.Statistic, unit, meaning, definition, source);
            return all;
        }
    }

    private static TableEntries Symmetry
    {
        get
        {
            TableEntries all = Entries;
            foreach (string name in new[] { "stride_length", "stance_time", "swing_time", "step_time", "stride_time", "double_support", "single_support", "clearance", "speed", "angle_at_initial_contact", "angle_at_terminal_contact" })
                all.Group($"statistics.*.symmetry.{name}", SharedParts.Symmetry, "%", $"left against right of {name}", "From pairs: a left stride and the right stride after it.", "Robinson et al. 1987");
            return all.Group("statistics.*.symmetry.phase_coordination", SharedParts.Phase, "%", "phase coordination index", "", "Plotnik et al. 2007");
        }
    }

    private static TableEntries Rest => Entries
        .Count("fatigue.full_minutes", "full minutes of the walk, pauses included")
        .Number("fatigue.first_minute_distance_m", "m", "way of the first minute")
        .Number("fatigue.last_minute_distance_m", "m", "way of the last full minute")
        .Number("fatigue.distance_walked_index_percent", "%", "distance walked index", "100 (last - first) / first; in six minutes DWI(6-1).", "Leone et al. 2016")
        .Text("fatigue.distance_withheld", "why it is null")
        .Group("fatigue.*", SharedParts.Change, "", "change from the first to the last full minute of that quantity", "Steady strides in the walk's main direction.")
        .Number("bout_classes[].from_s", "s", "bouts last at least this long", "", "Mobilise-D: Kirk et al. 2024")
        .Number("bout_classes[].to_s", "s", "and are shorter than this; null: no limit")
        .Count("bout_classes[].bouts", "how many there are")
        .Number("bout_classes[].walking_time_s", "s", "how long they last together")
        .Number("bout_classes[].distance_m", "m", "how far they go together")
        .Group("bout_classes[].speed_mps", SharedParts.Statistic, "m/s", "the bouts' mean speeds, one value a bout")
        .Number("bout_classes[].speed_p90_mps", "m/s", "90th percentile of the bouts' mean speeds; null below 10 bouts", "Between the two nearest values (type 7).", "Hyndman and Fan 1996; Mobilise-D: Kirk et al. 2024")
        .Group("bout_classes[].cadence_steps_per_min", SharedParts.Statistic, "steps/min", "the bouts' cadences")
        .Group("bout_classes[].stride_length_m", SharedParts.Statistic, "m", "the bouts' mean stride lengths")
        .Count("turns.turns", "turns of turns.csv")
        .Count("turns.left", "turns to the left")
        .Count("turns.right", "turns to the right")
        .Group("turns.angle_deg", SharedParts.Statistic, "deg", "change of heading, without a sign")
        .Group("turns.duration_s", SharedParts.Statistic, "s", "how long turns take", "", "El-Gohary et al. 2014")
        .Group("turns.peak_rate_degps", SharedParts.Statistic, "deg/s", "greatest rate of turning over one stride")
        .Group("turns.steps", SharedParts.Statistic, "steps", "landings in a turn")
        .Text("run.options.*", "an option of the run, as text")
        .Group("run.settings", "", "", "what was said of the walk, as in a session's manifest: mounting, sensor height, calibration walk, gyroscope delay, feet, clock")
        .Text("data_quality[].foot", "left or right")
        .Count("data_quality[].samples", "samples processed")
        .Number("data_quality[].rate_hz", "Hz", "sample rate")
        .Count("data_quality[].not_finite", "samples with a component that is no number")
        .Count("data_quality[].duplicates", "samples that repeat the time of the one before")
        .Count("data_quality[].out_of_order", "samples earlier than the one before")
        .Count("data_quality[].bridged_gaps", "gaps that were bridged")
        .Count("data_quality[].gaps", "gaps too long to bridge")
        .Count("data_quality[].clipped_accel", "samples with the accelerometer at its limit")
        .Count("data_quality[].clipped_gyro", "samples with the gyroscope at its limit")
        .Count("data_quality[].impossible", "samples that cannot be (no acceleration at all, or numbers beyond any sensor's range); they count as missing")
        .Number("data_quality[].accel_end_mps2", "m/s²", "where the accelerometer ends", "Empty where it never was at its end.")
        .Number("data_quality[].gyro_end_rad_per_s", "rad/s", "where the gyroscope ends", "Empty where it never was at its end.")
        .Count("data_quality[].swings_compared", "swings in which accelerometer and gyroscope were held against each other")
        .Number("data_quality[].gyro_scale", "", "what the gyroscope reads divided by what the accelerometer asks for")
        .Number("data_quality[].gyro_delay_ms", "ms", "how late the gyroscope is against the accelerometer, beyond what was declared", "Negative where it is early; empty where it cannot be told.")
        .Number("data_quality[].gyro_delay_uncertainty_ms", "ms", "standard uncertainty of that delay, as swings differ", "What one person's walk makes of it, about 5 ms, is not in it.")
        .Text("data_quality[].faults[].kind", "a fault of the sensor: frozen, accel_scale, axes_differ, gyro_sign, gyro_scale, gyro_late, not_on_foot")
        .Number("data_quality[].faults[].value", "", "how much: s of frozen and late, a factor of a scale, a share of not on a foot")
        .Text("data_quality[].faults[].text", "the fault in words, with what to do")
        .Number("data_quality[].rest_accel_mps2", "m/s²", "specific force at the best rest")
        .Text("assumed.mounting[].foot", "left or right")
        .Number("assumed.mounting[].time_s", "s", "when this mounting became known")
        .Flag("assumed.mounting[].declared", "whether forward was declared; else it was learned")
        .Number("assumed.mounting[].forward_confidence", "", "how sure the sign of forward is, 0 to 1")
        .Number("assumed.mounting[].forward[]", "", "toward the toe, in the sensor frame")
        .Number("assumed.mounting[].left[]", "", "to the wearer's left, in the sensor frame")
        .Number("assumed.mounting[].up[]", "", "up with the foot flat, in the sensor frame")
        .Text("assumed.sides.verdict", "whether left and right are as said, as far as the turns tell")
        .Number("assumed.sides.outer_minus_inner_m", "m", "how much farther the outer foot goes in turns")
        .Number("assumed.sides.standard_error_m", "m", "how sure that is")
        .Count("assumed.sides.strides", "strides it is from")
        .Text("assumed.sides.meaning", "the verdict in words")
        .Text("assumed.clock", "shared or separate")
        .Number("assumed.clock_uncertainty_s", "s", "standard uncertainty of the offset between the feet's clocks")
        .Text("assumed.steady_rule", "which strides are steady walking")
        .Text("assumed.statistics", "how the statistics are made")
        .Text("assumed.other[]", "what else was taken for granted");

    private static TableEntries Cues => Entries
        .Text("cues.start_check", "what came of the check before the walk; null: none was asked for")
        .Number("cues.own_cadence_steps_per_min", "steps/min", "own cadence in the baseline")
        .Count("cues.dose.beats", "beats")
        .Count("cues.dose.good_steps", "sounds for good steps")
        .Count("cues.dose.corrections", "words that correct")
        .Count("cues.dose.words", "other words")
        .Count("cues.dose.taken_back", "cues taken back before they were heard")
        .Number("cues.dose.cued_s", "s", "time with cues")
        .Number("cues.dose.walk_s", "s", "first to last sample")
        .Number("cues.dose.share_percent", "%", "share of the walk with cues")
        .Count("cues.timing.beats_with_step", "beats that a landing belonged to")
        .Number("cues.timing.mean_asynchrony_s", "s", "mean of landing minus beat", "", "Repp 2005")
        .Number("cues.timing.sd_asynchrony_s", "s", "its standard deviation")
        .Number("cues.timing.phase_concentration", "", "mean resultant length of the phases, 0 to 1", "", "Fisher 1993")
        .Number("cues.timing.tempo_match_percent", "%", "share of beats whose last five steps were within 2 % of the tempo")
        .Text("cues.silences[].reason", "why there were no cues; of planned ones which: baseline, fading, probe, plan_over, rest")
        .Text("cues.silences[].words", "the reason in words")
        .Flag("cues.silences[].is_planned", "whether the plan wanted it")
        .Count("cues.silences[].times", "how often cues stopped for it")
        .Number("cues.silences[].seconds", "s", "how long there were none")
        .Flag("cues.ladder_enabled", "whether the plan let the tempo climb")
        .Number("cues.highest_level_percent", "%", "highest tempo against the preferred cadence")
        .Count("cues.back_offs", "how often the tempo went back")
        .Count("cues.rests_offered", "how often a rest was offered")
        .Count("cues.stops_said", "how often stop was said in backward practice; null: forward")
        .Text("cues.benefit[].quantity", "the quantity: with cues against the baseline of the same walk")
        .Number("cues.benefit[].change_percent", "%", "difference, percent of the baseline")
        .Number("cues.benefit[].ci95_low", "%", "lower end of its 95 % interval", "Steady straight strides only. Strides with cues in blocks as long as the baseline: their scatter is what chance gives for a start so short; Student t.", "Conway 1963")
        .Number("cues.benefit[].ci95_high", "%", "upper end")
        .Text("cues.benefit[].verdict", "better, worse or no_difference", "Beyond the 95 % interval by half, and more than 3 %; nothing with fewer than 12 straight strides before or 4 blocks after.")
        .Text("cues.benefit[].words", "it in a sentence")
        .Text("cues.targets[].quantity", "what was trained")
        .Text("cues.targets[].foot", "the foot; null: both")
        .Count("cues.targets[].steps", "steps that were judged")
        .Count("cues.targets[].good", "good ones")
        .Text("cues.tasks[].task", "the task for the mind")
        .Number("cues.tasks[].speed_cost_percent", "%", "100 (just before - with) / just before, of speed", "", "Plummer and Eskes 2015")
        .Number("cues.tasks[].stride_length_cost_percent", "%", "the same of stride length")
        .Number("cues.tasks[].speed_ci95_low", "%", "lower end of the 95 % interval of the cost in speed", "Steady straight strides with the task and just before, each in 4 to 7 blocks: their scatter is what chance gives; Student t. Null below 4 blocks of 4 strides.", "Conway 1963")
        .Number("cues.tasks[].speed_ci95_high", "%", "upper end")
        .Number("cues.tasks[].stride_length_ci95_low", "%", "lower end of the 95 % interval of the cost in stride length")
        .Number("cues.tasks[].stride_length_ci95_high", "%", "upper end")
        .Text("cues.tasks[].speed_words", "the difference in speed in words", "A difference is said beyond the 95 % interval by half, and above 3 %.")
        .Text("cues.tasks[].stride_length_words", "the same of stride length")
        .Text("cues.delivery.device", "where the sound went")
        .Count("cues.delivery.begun", "cues that began at their frame")
        .Count("cues.delivery.missed", "cues that came too late and were left out")
        .Count("cues.delivery.not_placed", "cues that could not be placed")
        .Count("cues.delivery.underruns", "how often the device ran dry")
        .Text("cues.delivery.failure", "why the sound ended early; null: it did not");
}
