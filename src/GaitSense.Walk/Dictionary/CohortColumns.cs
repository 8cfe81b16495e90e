using GaitSense.Analysis;

namespace GaitSense.Walk;

/// <summary>What the columns of <c>cohort.csv</c> mean: one row a recording, with numbers of its <c>summary.json</c>.</summary>
internal static class CohortColumns
{
    private const string Low = "lower end of its 95 % interval", High = "upper end of its 95 % interval", FromSummary = "The value of summary.json, of the strides that strides_used names.";

    public static IEnumerable<ColumnEntry> All => [.. Walks, .. Parameters, .. Symmetry, .. Rest];

    private static TableEntries Entries => new(CohortTable.Name);

    private static TableEntries Walks => Entries
        .Text("recording", "name of the recording")
        .Text("status", "done, failed, interrupted or not_begun")
        .Text("error", "why it failed")
        .Number("duration_s", "s", "the longer of the two feet's recordings")
        .Number("walking_time_s", "s", "sum of all bouts")
        .Number("distance_m", "m", "way walked")
        .Count("bouts", "bouts")
        .Count("turns", "turns")
        .Count("steps", "steps")
        .Count("strides_left", "strides of the left foot, valid and rejected")
        .Count("valid_strides_left", "strides of the left foot whose numbers may be used")
        .Count("strides_right", "strides of the right foot, valid and rejected")
        .Count("valid_strides_right", "strides of the right foot whose numbers may be used")
        .Text("strides_used", "which strides the numbers are of", "The steadiest choice that allows a mean: steady_forward, all_valid_forward, steady_backward, all_valid_backward.")
        .Count("strides_used_left", "strides of the left foot among them")
        .Count("strides_used_right", "strides of the right foot among them");

    private static TableEntries Parameters
    {
        get
        {
            TableEntries all = Entries;
            foreach ((WalkParameter p, string name) in WalkParameter.All.SelectMany(p => p.Names.Select(n => (p, n))))
            {
                string unit = p.Scale == 100 ? "m" : string.Equals(p.Unit, "°", StringComparison.Ordinal) ? "deg" : p.Unit, title = p.Title.ToLowerInvariant();
                all.Number(name, unit, $"{title}, mean over both feet", FromSummary)
                    .Number(name + "_ci95_low", unit, Low).Number(name + "_ci95_high", unit, High)
                    .Number(name + "_left", unit, $"{title}, mean of the left foot").Number(name + "_right", unit, $"{title}, mean of the right foot");
            }

            return all;
        }
    }

    private static TableEntries Symmetry
    {
        get
        {
            TableEntries all = Entries;
            foreach ((SymmetryParameter p, string name) in SymmetryParameter.All.SelectMany(p => p.Names.Select(n => (p, n))))
            {
                all.Number(name, "%", $"symmetry index of {p.Title.ToLowerInvariant()}, positive where the right foot's is larger", FromSummary, "Robinson et al. 1987")
                    .Number(name + "_ci95_low", "%", Low).Number(name + "_ci95_high", "%", High);
            }

            return all;
        }
    }

    private static TableEntries Rest => Entries
        .Number("phase_coordination_percent", "%", "phase coordination index", FromSummary, "Plotnik et al. 2007")
        .Number("stride_time_cv_percent_left", "%", "the walker's CV of stride time, left foot", "Measuring error taken out.")
        .Number("stride_length_cv_percent_left", "%", "the walker's CV of stride length, left foot", "Measuring error taken out.")
        .Number("stride_time_cv_percent_right", "%", "the walker's CV of stride time, right foot", "Measuring error taken out.")
        .Number("stride_length_cv_percent_right", "%", "the walker's CV of stride length, right foot", "Measuring error taken out.")
        .Number("distance_walked_index_percent", "%", "distance walked index", "", "Leone et al. 2016")
        .Count("long_gaps", "gaps too long to bridge, both feet")
        .Count("clipped_samples", "samples with a sensor at its limit, both feet")
        .Count("warnings", "warnings of the summary")
        .Text("software_version", "version of the program that made the numbers")
        .Text("software_commit", "the commit it was built from")
        .Text("started_at", "when the walk began, ISO 8601; empty: not known")
        .Text("options", "options of the run that change numbers or files");
}
