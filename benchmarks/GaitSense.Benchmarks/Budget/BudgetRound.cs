using System.Diagnostics;

namespace GaitSense.Benchmarks;

/// <summary>Measures every stage on every input in turns with the baseline, for some seconds.</summary>
internal static class BudgetRound
{
    private const double WarmUpS = 2;
    private const double MeasureS = 5;
    private const int BaselineCount = 16;

    public static readonly string[] Inputs = [BenchmarkInput.Walk, BenchmarkInput.Rest, BenchmarkInput.FastWalk];

    public static int Run(TextWriter output)
    {
        StageMeter[] meters = [.. Inputs.Select(BenchmarkInput.Open).SelectMany(i => StageCatalog.All.Select(s => new StageMeter(s.Name, i.Name, s.Create(i))))];
        DenseCovariance baseline = new();
        long started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started).TotalSeconds < WarmUpS)
        {
            baseline.Run(BaselineCount);
            foreach (StageMeter meter in meters) meter.WarmUp();
        }

        double baselineNs = double.MaxValue;
        started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started).TotalSeconds < MeasureS)
        {
            foreach (StageMeter meter in meters)
            {
                long start = Stopwatch.GetTimestamp();
                baseline.Run(BaselineCount);
                baselineNs = Math.Min(baselineNs, Stopwatch.GetElapsedTime(start).TotalNanoseconds / BaselineCount);
                meter.Measure();
            }
        }

        foreach (StageMeter meter in meters) output.WriteLine(new StageCost(meter.Stage, meter.Input, meter.Nanoseconds, baselineNs, meter.Bytes));
        return 0;
    }
}
