using System.Diagnostics;
using System.Globalization;
using GaitSense.Sessions;

namespace GaitSense.Benchmarks;

/// <summary>What one run of a cohort cost.</summary>
/// <param name="WallS">Wall clock, s.</param>
/// <param name="CpuS">Processor time, s; null where it is not known.</param>
/// <param name="PeakMb">Greatest memory, MB; null where it is not known.</param>
internal sealed record CohortRun(double WallS, double? CpuS, double? PeakMb)
{
    /// <summary><c>gaitsense analyze</c> over a folder, in a process of its own; killed with SIGKILL after a time, if one is given.</summary>
    public static CohortRun Analyze(string walks, string results, int workers, double? killAfterS = null)
    {
        ProcessStartInfo start = new("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in (string[])[RepositoryFolder.Command, "analyze", walks, "--out", results, "--workers", workers.ToString(CultureInfo.InvariantCulture)])
            start.ArgumentList.Add(argument);
        long began = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("dotnet does not start.");
        Task<string> text = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        (long peak, TimeSpan cpu, bool killed) = (0, TimeSpan.Zero, false);
        while (!process.WaitForExit(20))
        {
            try
            {
                process.Refresh();
                (peak, cpu) = (Math.Max(peak, process.PeakWorkingSet64), process.TotalProcessorTime);
                if (!killed && Stopwatch.GetElapsedTime(began).TotalSeconds > killAfterS)
                {
                    process.Kill();
                    killed = true;
                }
            }
            catch (InvalidOperationException)
            {
                // It ended between the lines.
            }
        }

        double wall = Stopwatch.GetElapsedTime(began).TotalSeconds;
        if (!killed && process.ExitCode != 0) throw new InvalidOperationException($"gaitsense analyze failed: {text.Result}{errors.Result}");
        return new CohortRun(wall, cpu.TotalSeconds, peak / 1e6);
    }

    /// <summary>How many recordings have finished results.</summary>
    public static int Finished(string results) => Directory.EnumerateFiles(results, FinishedStamp.FileName, SearchOption.AllDirectories).Count();

    /// <summary>Whether all files of two cohorts are the same.</summary>
    public static string SameBytes(string first, string second)
    {
        string[] a = Files(first), b = Files(second);
        if (!a.SequenceEqual(b, StringComparer.Ordinal)) return "NO:";
        foreach (string file in a)
            if (!File.ReadAllBytes(Path.Combine(first, file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(second, file)))) return $"NO, {file}:";
        return "yes:";
    }

    /// <summary>The job array of samples/cohort-slurm on a SLURM of its own; what it said last.</summary>
    public static string Slurm(string walks, string one, int shards, out double? seconds)
    {
        seconds = null;
        string root = RepositoryFolder.Path, time = walks + ".seconds";
        ProcessStartInfo start = new("bash") { UseShellExecute = false, RedirectStandardOutput = true, WorkingDirectory = root };
        start.ArgumentList.Add(Path.Combine(root, ".ci", "slurm"));
        foreach ((string name, string value) in new[] { ("WALKS", walks), ("ONE", one), ("TIME", time), ("SHARDS", shards.ToString(CultureInfo.InvariantCulture)), ("PATIENCE", "3600") })
            start.Environment[name] = value;
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("bash does not start.");
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($".ci/slurm failed: {text}");
        if (File.Exists(time)) seconds = double.Parse(File.ReadAllText(time), CultureInfo.InvariantCulture);
        return text.TrimEnd('\n').Split('\n')[^1];
    }

    private static string[] Files(string folder) => [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f)).Order(StringComparer.Ordinal)];
}
