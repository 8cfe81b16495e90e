using System.Globalization;
using GaitSense.Analysis.Walks;
using GaitSense.Core;
using GaitSense.Simulation.Radio;

namespace GaitSense.Benchmarks;

/// <summary>How well the clocks of two sensors are aligned, against simulated truth over half an hour.</summary>
internal static class ClockCommand
{
    private const int Seeds = 5;

    public static int Run(Arguments arguments, TextWriter output)
    {
        int seeds = arguments.SeedsOr(Seeds);
        Markdown text = new();
        text.Line("# Clock alignment");
        text.Line();
        text.Line($"GaitSense {WalkContext.LibraryVersion}. Made by `dotnet run -c Release --project benchmarks/GaitSense.Benchmarks -- --clock`.");
        text.Line($"Two simulated sensors at 200 Hz, 30 minutes, {seeds} seeds each; left clock fast and right clock slow by 50 ppm; the host is busy a tenth of the time and then");
        text.Line("delays every packet by 0 to 50 ms; 2 % of connection events fail. Errors from the tenth second on, every half second; the share inside the stated uncertainty from the first.");
        text.Line("*alignment*: the estimate at each moment; *timeline*: the samples' time in the walk, which follows it slowly so that samples stay evenly spaced.");
        text.Line("*beyond path*: without an exchange, what the error exceeds the smallest path delay by (0: not at all), which no one-way method can see.");
        text.Line();
        text.Line("| link | exchange | alignment error p95 / max ms | beyond path max ms | inside stated % | stated median ms | timeline error max ms | inside stated % | feet to each other p95 / max ms | rate max ppm |");
        text.Line("|---|---|---|---|---|---|---|---|---|---|");
        foreach ((string name, ClockScenario scenario, ClockAssumptions options) in Cases())
        {
            if (Arguments.Matches(name, arguments.Condition)) text.Line(Row(name, scenario, options, seeds));
        }

        TimeReport.Add(text, arguments, seeds);
        if (arguments.IsPart) output.Write(text.ToString());
        else ResultFile.Write("clock.md", text.ToString());
        return 0;
    }

    private static IEnumerable<(string Name, ClockScenario Scenario, ClockAssumptions Options)> Cases()
    {
        ClockAssumptions usual = new(), slow = new() { MinPathDelayS = 0.035 };
        ClockScenario low = new() { Radio = new RadioModel { SamplesPerPacket = 2, ConnectionIntervalS = 0.015, HostDelayS = 0.002 } };
        ClockScenario phone = new() { Radio = new RadioModel { SamplesPerPacket = 5, ConnectionIntervalS = 0.030 } };
        ClockScenario locked = new() { Radio = new RadioModel { SamplesPerPacket = 3, ConnectionIntervalS = 0.015, HostDelayS = 0.002 } };
        yield return ("15 ms, 2 samples a packet", low, usual);
        yield return ("30 ms, 5 samples", phone, slow);
        yield return ("15 ms, 3 samples: in step with the radio", locked, usual);
        yield return ("15 ms, warming by 10 ppm in 2 minutes", low with { Clock = new SimulatedClock { WarmingRatio = 10e-6, WarmingS = 60 } }, usual);
        yield return ("15 ms, 5 % lost in bursts", low with { Radio = low.Radio with { LossShare = 0.05, BadSpellPackets = 6 } }, usual);
        yield return ("15 ms, 2 samples a packet", low with { ExchangeEveryS = 0 }, usual);
        yield return ("30 ms, 5 samples", phone with { ExchangeEveryS = 0 }, slow);
        yield return ("15 ms, 3 samples: in step with the radio", locked with { ExchangeEveryS = 0 }, usual with { MinPathDelayS = 0.017 });
    }

    private static string Row(string name, ClockScenario scenario, ClockAssumptions options, int seeds)
    {
        List<double> errors = [], feet = [], stated = [];
        double beyond = 0, worstLine = 0, rate = 0;
        int looks = 0, inside = 0, lineInside = 0;
        for (int seed = 1; seed <= seeds; seed++)
        {
            ClockTrial left = Trial(50e-6, 0), right = Trial(-50e-6, 1);
            foreach (ClockTrial trial in (ClockTrial[])[left, right])
            {
                if (trial.Epochs > 0) throw new InvalidOperationException("A step was seen where there was none.");
                rate = Math.Max(rate, trial.WorstRate);
                foreach (ClockTrial.Look look in trial.Looks)
                {
                    looks++;
                    inside += Math.Abs(look.ErrorS) <= look.UncertaintyS ? 1 : 0;
                    lineInside += Math.Abs(look.LineErrorS) <= look.LineUncertaintyS ? 1 : 0;
                    if (look.TimeS < ClockTrial.SettledS) continue;
                    errors.Add(Math.Abs(look.ErrorS));
                    stated.Add(look.UncertaintyS);
                    beyond = Math.Max(beyond, Math.Abs(look.ErrorS) - look.MinPathS);
                    worstLine = Math.Max(worstLine, Math.Abs(look.LineErrorS));
                }
            }

            feet.AddRange(left.Looks.Zip(right.Looks).Where(p => p.First.TimeS >= ClockTrial.SettledS).Select(p => Math.Abs(p.First.LineErrorS - p.Second.LineErrorS)));

            ClockTrial Trial(double drift, ulong stream) => ClockTrial.Run(
                scenario with { Seed = (ulong)seed, Stream = stream, Clock = scenario.Clock with { DriftRatio = drift, OffsetS = 1000 + (seed * 17) + (stream * 0.5) } }, options);
        }

        errors.Sort();
        feet.Sort();
        stated.Sort();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {(scenario.ExchangeEveryS > 0 ? "yes" : "no")} | {Ms(At(errors, 0.95))} / {Ms(errors[^1])} | {Ms(beyond)} | {100.0 * inside / looks:0.0} | {Ms(At(stated, 0.5))} | {Ms(worstLine)} | {100.0 * lineInside / looks:0.0} | {Ms(At(feet, 0.95))} / {Ms(feet[^1])} | {rate * 1e6:0} |");
    }

    private static double At(List<double> sorted, double share) => sorted[(int)(share * (sorted.Count - 1))];

    private static string Ms(double seconds) => (seconds * 1e3).ToString("0.00", CultureInfo.InvariantCulture);
}
