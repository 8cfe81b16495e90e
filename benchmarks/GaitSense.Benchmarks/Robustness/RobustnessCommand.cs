using GaitSense.Simulation.Presets;

namespace GaitSense.Benchmarks;

/// <summary>The robustness matrix: every preset under every condition.</summary>
internal static class RobustnessCommand
{
    // Longer walks tell nothing new here, and the matrix is large.
    private const double MaxDurationS = 60;
    private const int Seeds = 3;

    public static int Run(Arguments arguments, TextWriter output)
    {
        SimulationPreset[] presets = [.. SimulationPresets.All.Where(p => Conditions.HasBaseSensor(p) && Arguments.Matches(p.Name, arguments.Preset))];
        Condition[] conditions = [.. Conditions.All.Where(c => c == Conditions.Base || Arguments.Matches(c.Name, arguments.Condition))];
        if (presets.Length == 0)
        {
            output.WriteLine($"No preset with the base sensor is called *{arguments.Preset}*: gaitsense simulate --list names them.");
            return 1;
        }

        int seeds = arguments.SeedsOr(Seeds);
        SimulatedRun[] runs =
        [
            .. from condition in conditions
            from preset in presets
            from seed in Enumerable.Range(1, seeds)
            select new SimulatedRun(preset, condition, (ulong)seed) { MaxDurationS = MaxDurationS },
        ];
        SimulatedRun.Walk(runs);
        RobustnessReport report = new(runs);
        if (arguments.IsPart) output.Write(report.ToMarkdown(seeds, isWhole: true));
        else ResultFile.Write("robustness.md", report.ToMarkdown(seeds, isWhole: false));
        if (arguments.Whole) ResultFile.WriteWhole("robustness.md", report.ToMarkdown(seeds, isWhole: true));
        return 0;
    }
}
