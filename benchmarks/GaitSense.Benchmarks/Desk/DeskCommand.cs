using System.Diagnostics;
using System.Globalization;
using GaitSense.Analysis.Walks;

namespace GaitSense.Benchmarks;

/// <summary>
/// Many simulated people who walk at once on one computer, two feet at 100 Hz each, on the threads that a server's walks share: how long after its packet was due an event with its cues has been
/// handed out, and what that costs, without a recorder and with one. Each row is a process of its own, so that its memory is its own.
/// </summary>
internal static class DeskCommand
{
    private const double MostMs = 10;

    private static readonly int[] Numbers = [50, 200, 500, 1000];

    public static async Task<int> RunAsync(Arguments arguments, TextWriter output)
    {
        int one = arguments.WalkersOr(0);
        if (arguments.DeskRow is { } recorder)
        {
            await output.WriteLineAsync((await DeskRun.MeasureAsync(one, recorder is "on").ConfigureAwait(false)).ToLine()).ConfigureAwait(false);
            return 0;
        }

        string load = File.Exists("/proc/loadavg") ? (await File.ReadAllTextAsync("/proc/loadavg").ConfigureAwait(false)).Split(' ')[0] : "not known";
        int[] numbers = one > 0 ? [one] : Numbers;
        List<DeskFigures> rows = [];
        foreach (string row in (string[])["off", "on"])
            foreach (int number in numbers) rows.Add(await OfProcessAsync(number, row).ConfigureAwait(false));
        string text = Page(rows, load);
        await output.WriteAsync(text).ConfigureAwait(false);
        if (one == 0) ResultFile.Write("desk.md", text);
        return 0;
    }

    private static string Page(List<DeskFigures> rows, string load)
    {
        Markdown text = new();
        text.Line("# Many live walkers on one computer");
        text.Line();
        text.Line($"GaitSense {WalkContext.LibraryVersion}. Made by `dotnet run -c Release --project benchmarks/GaitSense.Benchmarks -- --desk`.");
        text.Line(string.Create(CultureInfo.InvariantCulture, $"Simulated walkers in real time, two feet at 100 Hz each, on {Environment.ProcessorCount} processors ({Processor()}) and as many threads (`WalkThreads`, as in the server); load of the machine before: {load}."));
        text.Line(string.Create(CultureInfo.InvariantCulture, $"{DeskRun.MeasuredS:0} s after {DeskRun.WarmUpS:0} s of warm-up (the cues of a walk begin after its baseline), each row a process of its own whose code has run before. Packets are those of the project's protocol over a simulated radio, played when they are due: decode, merge, core, cues, feed, recorder."));
        text.Line("Time is from the moment in which a packet is due to the one in which what it decided, an event or a cue, has been handed to all: late timers and waiting for a processor are in it.");
        text.Line("CPU is of one core, all threads; memory is what the process grew by, over the number of walkers. The recorder flushes each walk's file to the disk twice a second.");
        text.Head("recorder", "walkers", "p50 / p99 / max, ms", "CPU of one core", "memory for each", "allocated a second", "events and cues a second", "flushed at latest after");
        foreach (DeskFigures row in rows)
        {
            text.Row(
                row.Records ? "on" : "off",
                row.Walkers.ToString(CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"{row.P50Ms:0.00} / {row.P99Ms:0.00} / {row.MaxMs:0.0}"),
                string.Create(CultureInfo.InvariantCulture, $"{row.CpuPercent:0} %"),
                string.Create(CultureInfo.InvariantCulture, $"{row.MemoryKb:0} kB"),
                string.Create(CultureInfo.InvariantCulture, $"{row.AllocatedMbPerS:0.0} MB"),
                string.Create(CultureInfo.InvariantCulture, $"{row.ToldPerS:0}"),
                row.Records ? string.Create(CultureInfo.InvariantCulture, $"{row.FlushS:0.0} s") : "");
        }

        text.Line();
        foreach (bool records in (bool[])[false, true])
        {
            int most = rows.Where(r => r.Records == records && r.P99Ms < MostMs).Select(r => r.Walkers).DefaultIfEmpty().Max();
            text.Line(string.Create(CultureInfo.InvariantCulture, $"Most of these with p99 below {MostMs:0} ms, recorder {(records ? "on" : "off")}: {most}."));
        }

        return text.ToString();
    }

    private static async Task<DeskFigures> OfProcessAsync(int walkers, string recorder)
    {
        string program = Environment.ProcessPath!;
        string[] own = Path.GetFileNameWithoutExtension(program) is "dotnet" ? [Environment.GetCommandLineArgs()[0]] : [];
        using Process process = Process.Start(new ProcessStartInfo(program, [.. own, "--desk", "--row", recorder, "--walkers", walkers.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        string line = await process.StandardOutput.ReadToEndAsync().ConfigureAwait(false);
        await process.WaitForExitAsync().ConfigureAwait(false);
        return process.ExitCode == 0 ? DeskFigures.Parse(line) : throw new InvalidOperationException($"{walkers} walkers: exit code {process.ExitCode}");
    }

    private static string Processor() => File.Exists("/proc/cpuinfo") && File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal)) is { } line ? line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() : "not known";
}
