namespace GaitSense.Walk;

/// <summary>What the fields of objects mean that many fields of a summary share.</summary>
internal static class SharedParts
{
    public const string Statistic = "statistic", Variability = "variability", Symmetry = "symmetry", Phase = "phase_coordination", Change = "minute_change";

    private const string Unit95 = "the quantity's";

    public static IEnumerable<ColumnEntry> All => [.. Statistics, .. Variabilities, .. Symmetries, .. Phases, .. Changes];

    private static TableEntries Statistics => new TableEntries(Statistic)
        .Text("unit", "unit of all values but the count and the percent")
        .Count("n", "values in it")
        .Number("mean", Unit95, "arithmetic mean; null below 6 strides", "", "gate: Motti Ader et al. 2020")
        .Number("sd", Unit95, "standard deviation of the measured values, n - 1, measuring error included")
        .Number("cv_percent", "%", "100 sd / mean; null for signed quantities and below 30 strides", "", "gate: Riva et al. 2014")
        .Number("median", Unit95, "middle value")
        .Number("min", Unit95, "smallest value")
        .Number("max", Unit95, "largest value")
        .Number("ci95_low", Unit95, "lower end of the 95 % interval of the mean", "Student t with a variance that allows for strides that depend on each other; what measuring does alike to all strides, and the clock, in quadrature.", "Müller 2004; Lazarus et al. 2018")
        .Number("ci95_high", Unit95, "upper end")
        .Text("withheld", "why values are null")
        .Group("variability", Variability, Unit95, "how much the walker varies, measuring error taken out; null for both feet together");

    private static TableEntries Variabilities => new TableEntries(Variability)
        .Count("n", "values")
        .Flag("provisional", "whether there are fewer than 50")
        .Number("sd", Unit95, "the walker's SD", "Root of the measured variance less that of measuring.", "Zou and Donner 2008")
        .Number("sd_ci95_low", Unit95, "lower end of its 95 % interval", "", "Bonett 2006")
        .Number("sd_ci95_high", Unit95, "upper end")
        .Number("cv_percent", "%", "100 sd / mean; null for signed quantities")
        .Number("cv_ci95_low", "%", "lower end of its 95 % interval")
        .Number("cv_ci95_high", "%", "upper end")
        .Number("measuring_error_sd", Unit95, "SD of what measuring adds to each value", "From simulated walkers (benchmarks/results/coverage.md).")
        .Text("withheld", "why values are null");

    private static TableEntries Symmetries => new TableEntries(Symmetry)
        .Count("n_left", "values of the left foot")
        .Count("n_right", "values of the right foot")
        .Number("percent", "%", "symmetry index, positive where the right foot's value is larger; null below 10 strides of each", "100 (R - L) / (0.5 (R + L)) of the means.", "Robinson et al. 1987")
        .Number("ci95_low", "%", "lower end of its 95 % interval", "Delta method on ln(R / L) of pairs.")
        .Number("ci95_high", "%", "upper end")
        .Number("ln_ratio_percent", "%", "100 ln(R / L)", "", "Plotnik et al. 2005")
        .Number("ln_ratio_ci95_low", "%", "lower end of its 95 % interval")
        .Number("ln_ratio_ci95_high", "%", "upper end")
        .Number("ratio", "", "R / L", "", "Patterson et al. 2010")
        .Number("ratio_ci95_low", "", "lower end of its 95 % interval")
        .Number("ratio_ci95_high", "", "upper end")
        .Number("symmetry_angle_percent", "%", "symmetry angle", "100 (45 - atan(L / R)) / 90, degrees.", "Zifchock et al. 2008")
        .Number("symmetry_angle_ci95_low", "%", "lower end of its 95 % interval")
        .Number("symmetry_angle_ci95_high", "%", "upper end")
        .Number("clock_part_percent", "%", "by how much one standard uncertainty of the clock moves ln_ratio_percent; null within a foot")
        .Text("withheld", "why values are null");

    private static TableEntries Phases => new TableEntries(Phase)
        .Count("n", "phases in it")
        .Flag("provisional", "whether there are fewer than 50")
        .Text("reference_foot", "the foot whose strides the phases are measured in: that with the longer swing")
        .Number("percent", "%", "phase coordination index; null below 30 strides", "CV of the phase plus 100 mean |phase - 180| / 180.", "Plotnik et al. 2007")
        .Number("ci95_low", "%", "lower end of its 95 % interval", "Block bootstrap over strides, the clock in quadrature.")
        .Number("ci95_high", "%", "upper end")
        .Number("mean_phase_deg", "deg", "mean phase: 180 is half way", "360 times the other foot's landing in the stride over the stride time.")
        .Number("phase_cv_percent", "%", "CV of the phase")
        .Number("phase_deviation_percent", "%", "100 mean |phase - 180| / 180")
        .Number("clock_part_percent", "%", "by how much one standard uncertainty of the clock can move it")
        .Text("withheld", "why values are null");

    private static TableEntries Changes => new TableEntries(Change)
        .Count("n_first", "values in the first minute")
        .Count("n_last", "values in the last full minute")
        .Number("first", Unit95, "mean of the first minute")
        .Number("last", Unit95, "mean of the last full minute")
        .Number("change", Unit95, "last minus first")
        .Number("ci95_low", Unit95, "lower end of its 95 % interval", "Both minutes' variances, allowing for strides that depend on each other.", "Welch 1947")
        .Number("ci95_high", Unit95, "upper end")
        .Text("withheld", "why values are null");
}
