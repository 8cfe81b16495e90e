using System.Diagnostics;
using System.Globalization;
using BenchmarkDotNet.Environments;

namespace GaitSense.Benchmarks;

/// <summary>From plain CSV to all results, as a person runs it: a process of its own, its time and its greatest memory.</summary>
internal static class HourBenchmark
{
    private static readonly double[] Minutes = [1, 10, 60];

    public static int Run(TextWriter output)
    {
        output.WriteLine("# `gaitsense analyze`: both feet at 102.4 Hz from plain CSV to all results");
        output.WriteLine();
        foreach (string line in HostEnvironmentInfo.GetCurrent().ToFormattedString()) output.WriteLine($"    {line}");
        output.WriteLine();
        output.WriteLine("One process each, its start included; the faster of two runs.");
        output.WriteLine();
        output.WriteLine("| recording min | samples, both feet | wall s | processor s | x real time | samples/s | peak memory MB |");
        output.WriteLine("|--:|--:|--:|--:|--:|--:|--:|");
        string folder = Directory.CreateTempSubdirectory("gaitsense-hour-").FullName;
        try
        {
            foreach (double minutes in Minutes)
            {
                string recording = Path.Combine(folder, Number(minutes));
                int samples = 2 * HourRecording.Write(recording, minutes);
                (double Wall, double Cpu, double Memory) first = Analyze(recording, folder), second = Analyze(recording, folder), best = first.Wall < second.Wall ? first : second;
                output.WriteLine(
                    $"| {Number(minutes)} | {samples} | {best.Wall.ToString("F2", CultureInfo.InvariantCulture)} | {best.Cpu.ToString("F2", CultureInfo.InvariantCulture)} | "
                    + $"{Number(minutes * 60 / best.Wall)} | {Number(samples / best.Wall)} | {Number(Math.Max(first.Memory, second.Memory))} |");
                Directory.Delete(recording, recursive: true);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static string Number(double value) => value.ToString("F0", CultureInfo.InvariantCulture);

    private static (double WallS, double CpuS, double PeakMb) Analyze(string recording, string folder)
    {
        ProcessStartInfo start = new("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in (string[])[RepositoryFolder.Command, "analyze", recording, "--out", Path.Combine(folder, "out")])
            start.ArgumentList.Add(argument);
        long started = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("dotnet does not start.");
        Task<string> text = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        (long peak, TimeSpan cpu) = (0, TimeSpan.Zero);
        while (!process.WaitForExit(20))
        {
            try
            {
                process.Refresh();
                // The system keeps the greatest value itself; only what comes in the last moments can be missed.
                (peak, cpu) = (Math.Max(peak, process.PeakWorkingSet64), process.TotalProcessorTime);
            }
            catch (InvalidOperationException)
            {
                // It ended between the two lines.
            }
        }

        double wall = Stopwatch.GetElapsedTime(started).TotalSeconds;
        if (process.ExitCode != 0) throw new InvalidOperationException($"gaitsense analyze failed: {text.Result}{errors.Result}");
        Directory.Delete(Path.Combine(folder, "out"), recursive: true);
        return (wall, cpu.TotalSeconds, peak / 1e6);
    }
}
