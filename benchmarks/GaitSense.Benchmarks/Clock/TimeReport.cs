using System.Globalization;
using GaitSense.Simulation.Radio;

namespace GaitSense.Benchmarks;

/// <summary>Sensors of all makes, with faults: are their times as good as is said of them?</summary>
internal static class TimeReport
{
    /// <summary>Least share of samples whose error must be within what was said, percent.</summary>
    public const double MinInsidePercent = 95;

    /// <summary>Largest uncertainty that may be said later than <see cref="TimeTrial.RecoveredS"/> after a fault, s.</summary>
    public const double MaxClaimedS = 0.040;

    /// <summary>Adds the table.</summary>
    public static void Add(Markdown text, Arguments arguments, int seeds)
    {
        text.Line();
        text.Line("## Times of samples, with faults");
        text.Line();
        text.Line($"Each make of sensor through its decoder and the streams of a walk, a foot, {seeds} seeds each; 15 ms between connection events, 5 % of them fail. Each sample's time in the walk");
        text.Line("against when it was taken, and against the uncertainty that was stated when it came out.");
        text.Line($"Asked: at least {MinInsidePercent:0} % of samples inside; later than {TimeTrial.RecoveredS:0} s after an outage, a burst, a suspend or a backlog at most {MaxClaimedS * 1e3:0} ms stated. *out*: samples that came out, of those that were taken.");
        text.Line();
        text.Line("| what happens | sensor | inside stated % | worst seed % | stated later max ms | error max ms | beyond stated max ms | out % | |");
        text.Line("|---|---|---|---|---|---|---|---|---|");
        foreach (TimeScenario scenario in TimeScenario.All())
        {
            if (!Arguments.Matches(scenario.Name, arguments.Condition)) continue;
            foreach (SensorMake make in Enum.GetValues<SensorMake>())
                if (scenario.Concerns(make)) text.Line(Row(scenario, make, seeds));
        }
    }

    private static string Row(TimeScenario scenario, SensorMake make, int seeds)
    {
        TimeTrial[] trials = [.. Enumerable.Range(1, seeds).Select(seed => TimeTrial.Run(scenario, make, (ulong)seed))];
        double inside = 100.0 * trials.Sum(t => t.Inside) / trials.Sum(t => t.Samples), worst = trials.Min(t => 100.0 * t.Inside / Math.Max(1, t.Samples)), said = trials.Max(t => t.WorstSaidS);
        bool isGood = worst >= MinInsidePercent && (!scenario.IsOverSometime || said <= MaxClaimedS);
        return string.Create(CultureInfo.InvariantCulture, $"| {scenario.Name} | {make} | {inside:0.0} | {worst:0.0} | {said * 1e3:0.0} | {trials.Max(t => t.WorstErrorS) * 1e3:0.0} | {trials.Max(t => t.WorstBeyondS) * 1e3:0.0} | {100 * trials.Average(t => t.OutShare):0.0} | {(isGood ? "" : "**no**")} |");
    }
}
