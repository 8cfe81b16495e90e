using System.Diagnostics;
using System.Globalization;
using BenchmarkDotNet.Environments;

namespace GaitSense.Benchmarks;

/// <summary>
/// Compares every stage with its budget, as a ratio to the baseline measured in between. Prints a table and says with its exit code
/// whether all is within. Measures longer while something is over: on a busy machine that is mostly noise, and noise passes.
/// </summary>
internal static class BudgetCheck
{
    private const double MinDurationS = 8;
    private const double MaxDurationS = 30;
    private const int BaselineCount = 16;

    private static readonly string[] Inputs = [BenchmarkInput.Walk, BenchmarkInput.Rest, BenchmarkInput.FastWalk];

    public static int Run(TextWriter output)
    {
        LatencyBudget budget = LatencyBudget.Load();
        StageMeter[] meters = [.. Inputs.Select(BenchmarkInput.Open).SelectMany(i => StageCatalog.All.Select(s => new StageMeter(s.Name, i.Name, s.Create(i))))];
        string[] unknown = [.. StageCatalog.All.Select(s => s.Name).Except(budget.MaxRatio.Keys, StringComparer.Ordinal)];
        if (unknown.Length > 0)
        {
            output.WriteLine($"benchmarks/budget.json has no budget for: {string.Join(", ", unknown)}");
            return 1;
        }

        DenseCovariance baseline = new();
        long started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started).TotalSeconds < 2)
        {
            baseline.Run(BaselineCount);
            foreach (StageMeter meter in meters) meter.WarmUp();
        }

        double baselineNs = double.MaxValue;
        started = Stopwatch.GetTimestamp();
        for (double seconds = 0; seconds < MinDurationS || (seconds < MaxDurationS && meters.Any(m => !IsWithin(m, baselineNs, budget))); seconds = Stopwatch.GetElapsedTime(started).TotalSeconds)
        {
            foreach (StageMeter meter in meters)
            {
                long start = Stopwatch.GetTimestamp();
                baseline.Run(BaselineCount);
                baselineNs = Math.Min(baselineNs, Stopwatch.GetElapsedTime(start).TotalNanoseconds / BaselineCount);
                meter.Measure();
            }
        }

        Print(output, meters, baselineNs, budget);
        string[] over = [.. meters.Where(m => !IsWithin(m, baselineNs, budget)).Select(m => $"{m.Stage} ({m.Input})")];
        output.WriteLine(over.Length == 0 ? "All stages are within their budget." : $"Over budget: {string.Join(", ", over)}.");
        return over.Length == 0 ? 0 : 1;
    }

    private static bool IsWithin(StageMeter meter, double baselineNs, LatencyBudget budget) =>
        meter.Nanoseconds <= budget.MaxRatio[meter.Stage] * baselineNs && meter.Bytes <= budget.BytesPerSample;

    private static void Print(TextWriter output, StageMeter[] meters, double baselineNs, LatencyBudget budget)
    {
        output.WriteLine("# Cost of each stage, for each sample and foot");
        output.WriteLine();
        foreach (string line in HostEnvironmentInfo.GetCurrent().ToFormattedString()) output.WriteLine($"    {line}");
        output.WriteLine();
        output.WriteLine(Invariant($"Baseline: {budget.Baseline}: {baselineNs:F0} ns. Undisturbed cost (the fastest of many laps, piece by piece) and its ratio to the baseline."));
        output.WriteLine();
        output.WriteLine($"| stage | {string.Join(" | ", Inputs.Select(i => $"{i} ns | ratio"))} | budget | bytes | |");
        output.WriteLine($"|---|{string.Concat(Inputs.Select(_ => "--:|--:|"))}--:|--:|---|");
        foreach (IGrouping<string, StageMeter> stage in meters.GroupBy(m => m.Stage, StringComparer.Ordinal))
        {
            string cells = string.Join(" | ", stage.Select(m => Invariant($"{m.Nanoseconds:F0} | {m.Nanoseconds / baselineNs:F3}")));
            string verdict = stage.All(m => IsWithin(m, baselineNs, budget)) ? "within" : "**over**";
            output.WriteLine(Invariant($"| {stage.Key} | {cells} | {budget.MaxRatio[stage.Key]:F3} | {stage.Max(m => m.Bytes):0.###} | {verdict} |"));
        }

        output.WriteLine();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
