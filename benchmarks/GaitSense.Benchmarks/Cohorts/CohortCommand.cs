using System.Globalization;
using BenchmarkDotNet.Environments;
using GaitSense.Analysis.Walks;
using GaitSense.Sessions;
using GaitSense.Simulation.Presets;

namespace GaitSense.Benchmarks;

/// <summary>A cohort of simulated walks, analysed in every way there is; all ways must give the same bytes. Writes benchmarks/results/cohort.md.</summary>
internal static class CohortCommand
{
    private const int Walks = 500;
    private const int Shards = 8;
    private const double WalkS = 300;
    private static readonly string[] Presets = ["healthy", "healthy-slow", "ms-mild", "ms-foot-drop", "ms-spastic", "ms-ataxic", "asymmetric", "cheap-sensor", "stop-and-go", "ms-fatigue"];

    public static int Run(Arguments arguments, TextWriter output)
    {
        int n = arguments.RecordingsOr(Walks);
        string folder = Directory.CreateTempSubdirectory("gaitsense-cohort-").FullName;
        try
        {
            string text = Measure(folder, n, output);
            output.Write(text);
            if (n == Walks) ResultFile.Write("cohort.md", text);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Measure(string folder, int n, TextWriter output)
    {
        string walks = Path.Combine(folder, "walks"), one = Path.Combine(folder, "one"), two = Path.Combine(folder, "two"), killed = Path.Combine(folder, "killed");
        output.WriteLine($"simulating {n} walks");
        Parallel.For(0, n, i => Simulate(walks, i));
        Markdown text = new();
        text.Line("# A cohort of simulated walks, from plain recordings to all results");
        text.Line();
        text.Line($"GaitSense {WalkContext.LibraryVersion}. Made by `dotnet run -c Release --project benchmarks/GaitSense.Benchmarks -- --cohort{(n == Walks ? "" : $" --recordings {n}")}`.");
        text.Line(string.Create(CultureInfo.InvariantCulture, $"{n} walks of {WalkS / 60:0} minutes, both feet, {Presets.Length} kinds of walkers, no two alike. A process each, its start included."));
        text.Line();
        foreach (string line in HostEnvironmentInfo.GetCurrent().ToFormattedString()) text.Line($"    {line}");
        text.Head("way", "wall s", "processor s", "recordings a minute", "x real time", "peak memory MB", "the same bytes as 1 worker:");

        CohortRun first = CohortRun.Analyze(walks, one, workers: 1);
        Row("1 worker", first, "-:");
        CohortRun second = CohortRun.Analyze(walks, two, workers: 2);
        Row("2 workers", second, CohortRun.SameBytes(one, two));
        CohortRun again = CohortRun.Analyze(walks, two, workers: 2);
        Row("again, all finished", again, CohortRun.SameBytes(one, two));

        // Killed at a third of what is left, three times.
        double lost = 0, left = second.WallS;
        for (int k = 1; k <= 3; k++)
        {
            CohortRun part = CohortRun.Analyze(walks, killed, workers: 2, killAfterS: left / 3);
            (lost, left) = (lost + part.WallS, left * 2 / 3);
            Row($"2 workers, `kill -9` no. {k}", part, string.Create(CultureInfo.InvariantCulture, $"{CohortRun.Finished(killed)} of {n} finished:"));
        }

        CohortRun rest = CohortRun.Analyze(walks, killed, workers: 2);
        Row("2 workers, resumed after it", rest, CohortRun.SameBytes(one, killed));
        string note = CohortRun.Slurm(walks, one, Shards, out double? slurmS);
        if (slurmS is { } s) Row($"SLURM, {Shards} shards of 1 worker on one node, and the merge", new CohortRun(s, null, null), "yes:");
        text.Line();
        text.Line($"2 workers are {Number(first.WallS / second.WallS, "0.00")} times as fast as 1. Killed three times and resumed: {Number(lost + rest.WallS, "0.0")} s in all, {Number(100 * (((lost + rest.WallS) / second.WallS) - 1), "0")} % more than undisturbed.");
        text.Line($"SLURM: {note}");
        text.Line("The same bytes: `cohort.csv`, `cohort.html`, and every result file of every recording.");
        return text.ToString();

        void Row(string way, CohortRun run, string same)
        {
            output.WriteLine($"{way}: {Number(run.WallS, "0.0")} s, {same}");
            text.Row(
                way, Number(run.WallS, "0.0"), Number(run.CpuS, "0.0"), Number(60 * n / run.WallS, "0"), Number(n * WalkS / run.WallS, "0"), Number(run.PeakMb, "0"), same);
        }
    }

    private static string Number(double? value, string format) => value is { } v ? v.ToString(format, CultureInfo.InvariantCulture) : "-";

    private static void Simulate(string folder, int index)
    {
        SimulationPreset preset = SimulationPresets.Find(Presets[index % Presets.Length])!;
        string name = string.Create(CultureInfo.InvariantCulture, $"{preset.Name}/walk-{index:000}");
        SimulatedRecordings.Write(Path.Combine(folder, name), preset, preset.Record(seed: (ulong)(1000 + index), durationS: WalkS));
    }
}
