using System.Diagnostics;
using System.Globalization;
using BenchmarkDotNet.Environments;

namespace GaitSense.Benchmarks;

/// <summary>
/// Compares every stage with its budget: the median over some processes of its cost as a ratio to the baseline in the same process. The compiler arranges code
/// by the first calls it sees, which differ between processes, so that one process says little; within it, the fastest laps leave out what else the machine does.
/// Prints a table and says with its exit code whether all is within.
/// </summary>
internal static class BudgetCheck
{
    private const int Processes = 3;

    public static int Run(TextWriter output)
    {
        LatencyBudget budget = LatencyBudget.Load();
        string[] unknown = [.. StageCatalog.All.Select(s => s.Name).Except(budget.MaxRatio.Keys, StringComparer.Ordinal)];
        if (unknown.Length > 0)
        {
            output.WriteLine($"benchmarks/budget.json has no budget for: {string.Join(", ", unknown)}");
            return 1;
        }

        StageCost[] costs = [.. Enumerable.Range(0, Processes).SelectMany(_ => Round()).GroupBy(c => (c.Stage, c.Input)).Select(Median)];
        Print(output, costs, budget);
        string[] over = [.. costs.Where(c => !IsWithin(c, budget)).Select(c => $"{c.Stage} ({c.Input})")];
        output.WriteLine(over.Length == 0 ? "All stages are within their budget." : $"Over budget: {string.Join(", ", over)}.");
        return over.Length == 0 ? 0 : 1;
    }

    private static List<StageCost> Round()
    {
        using Process round = Process.Start(new ProcessStartInfo("dotnet", [typeof(BudgetCheck).Assembly.Location, "--budget-round"]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        List<StageCost> costs = [];
        while (round.StandardOutput.ReadLine() is { } line) costs.Add(StageCost.Parse(line));
        round.WaitForExit();
        return round.ExitCode == 0 ? costs : throw new InvalidOperationException($"A process that measures ended with {round.ExitCode}.");
    }

    // The process whose ratio is the middle one; of allocated bytes the most, for there is no noise in them.
    private static StageCost Median(IEnumerable<StageCost> rounds)
    {
        StageCost[] sorted = [.. rounds.OrderBy(c => c.Ratio)];
        return sorted[sorted.Length / 2] with { Bytes = sorted.Max(c => c.Bytes) };
    }

    private static bool IsWithin(StageCost cost, LatencyBudget budget) => cost.Ratio <= budget.MaxRatio[cost.Stage] && cost.Bytes <= budget.BytesPerSample;

    private static void Print(TextWriter output, StageCost[] costs, LatencyBudget budget)
    {
        output.WriteLine("# Cost of each stage, for each sample and foot");
        output.WriteLine();
        foreach (string line in HostEnvironmentInfo.GetCurrent().ToFormattedString()) output.WriteLine($"    {line}");
        output.WriteLine();
        output.WriteLine(Invariant($"Baseline: {budget.Baseline}: {costs.Min(c => c.BaselineNs):F0} ns. Undisturbed cost (the fastest of many laps, piece by piece) and its ratio to the baseline; of {Processes} processes the one with the median ratio."));
        output.WriteLine();
        output.WriteLine($"| stage | {string.Join(" | ", BudgetRound.Inputs.Select(i => $"{i} ns | ratio"))} | budget | bytes | |");
        output.WriteLine($"|---|{string.Concat(BudgetRound.Inputs.Select(_ => "--:|--:|"))}--:|--:|---|");
        foreach (IGrouping<string, StageCost> stage in costs.GroupBy(c => c.Stage, StringComparer.Ordinal))
        {
            string cells = string.Join(" | ", stage.Select(c => Invariant($"{c.Nanoseconds:F0} | {c.Ratio:F3}")));
            string verdict = stage.All(c => IsWithin(c, budget)) ? "within" : "**over**";
            output.WriteLine(Invariant($"| {stage.Key} | {cells} | {budget.MaxRatio[stage.Key]:F3} | {stage.Max(c => c.Bytes):0.###} | {verdict} |"));
        }

        output.WriteLine();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
