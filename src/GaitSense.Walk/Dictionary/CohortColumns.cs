using GaitSense.Analysis.Cohorts;
using GaitSense.Analysis.Parameters;

namespace GaitSense.Walk;

/// <summary>What the columns of a cohort's tables mean: <c>cohort.csv</c>, one row a recording, with numbers of its <c>summary.json</c>; <c>cohort_people.csv</c> and <c>cohort_change.csv</c>, of people.</summary>
internal static class CohortColumns
{
    private const string Low = "lower end of its 95 % interval", High = "upper end of its 95 % interval", FromSummary = "The value of summary.json, of the strides that strides_used names.";

    public static IEnumerable<ColumnEntry> All => [.. Walks, .. Parameters, .. Symmetry, .. Rest, .. People, .. Changes];

    private static TableEntries Entries => new(CohortTable.Name);

    private static TableEntries Walks => Entries
        .Text("recording", "name of the recording")
        .Text("status", "done, failed, interrupted or not_begun")
        .Text("error", "why it failed")
        .Number("duration_s", "s", "from the first to the last sample of both feet; without a shared clock the longer of the two feet's recordings")
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
        .Text("options", "options of the run that change numbers or files")
        .Text("participant", "whose recording it is; empty: not known", "Columns of a table of participants follow, each under its own name.")
        .Text("visit", "of which visit it is; empty: not known")
        .Text("group", "group of the participant; empty: not known");

    private static TableEntries People => new TableEntries(CohortPeople.Name)
        .Text("group", "group of people; all: all of them together")
        .Text("parameter", "the quantity: a column of cohort.csv")
        .Text("unit", "its unit")
        .Count("people", "people with a value; a recording of nobody known counts as a person of its own")
        .Count("recordings", "their recordings with a value")
        .Number("mean", "", "mean over people", "Each person counts once, by the mean of the person's recordings.")
        .Number("ci95_low", "", Low, "Student's t over people; withheld below 5.").Number("ci95_high", "", High)
        .Number("sd_person_means", "", "standard deviation of the people's means")
        .Number("sd_between", "", "standard deviation between people", "What differs within a person taken out of the means' (analysis of variance).", "Searle 1971")
        .Number("sd_within", "", "standard deviation within a person, between recordings")
        .Text("withheld", "why a value is empty")
        .Text("note", "how many of the group's recordings name nobody, where any do: each of them counts as a person");

    private static TableEntries Changes => new TableEntries(CohortChange.Name)
        .Text("group", "group of people; all: all of them together")
        .Text("parameter", "the quantity: a column of cohort.csv")
        .Text("unit", "its unit")
        .Text("from_visit", "the earlier visit")
        .Text("to_visit", "the later visit")
        .Count("pairs", "people with a value at both visits")
        .Number("mean_from", "", "their mean at the earlier visit")
        .Number("mean_to", "", "their mean at the later visit")
        .Number("mean_change", "", "mean of the changes within a person, later less earlier")
        .Number("ci95_low", "", Low, "Student's t over pairs; withheld below 5.").Number("ci95_high", "", High)
        .Number("sd_change", "", "standard deviation of the changes")
        .Text("withheld", "why a value is empty");
}
