using System.Diagnostics;
using System.Globalization;
using GaitSense.Analysis.Walks;

namespace GaitSense.Benchmarks;

/// <summary>
/// Many simulated people who walk at once on one computer, two feet at 100 Hz each: the packets of real sensors in, decoded, through the whole walk with cues and a feed, on as many threads as there are
/// processors. How long an event takes from its packet's hand-over, what it costs, and the same with a recorder.
/// </summary>
internal static class DeskCommand
{
    private const int Walkers = 1000;
    private const double TapeS = 90, WarmUpS = 25;

    public static async Task<int> RunAsync(Arguments arguments, TextWriter output)
    {
        int walkers = arguments.WalkersOr(Walkers);
        WalkTape tape = await WalkTape.RecordAsync(TapeS).ConfigureAwait(false);
        Markdown text = new();
        text.Line("# Many live walkers on one computer");
        text.Line();
        text.Line($"GaitSense {WalkContext.LibraryVersion}. Made by `dotnet run -c Release --project benchmarks/GaitSense.Benchmarks -- --desk`.");
        text.Line(string.Create(CultureInfo.InvariantCulture, $"{walkers} simulated walkers in real time, two feet at 100 Hz each, on {Environment.ProcessorCount} processors and as many threads; the thread that hands packets over is among what is measured."));
        text.Line(string.Create(CultureInfo.InvariantCulture, $"{TapeS - WarmUpS:0} s after {WarmUpS:0} s of warm-up. Packets are those of the project's protocol over a simulated radio; decode, merge, core, cues, feed."));
        text.Head("recorder", "walkers", "event after its packet, p50 / p99 / max", "hand-over late at most", "CPU of one core", "memory", "events", "cues");
        foreach (bool records in (bool[])[false, true])
            text.Row(await MeasureAsync(tape, walkers, records).ConfigureAwait(false));
        output.Write(text.ToString());
        if (walkers == Walkers) ResultFile.Write("desk.md", text.ToString());
        return 0;
    }

    private static async Task<string[]> MeasureAsync(WalkTape tape, int count, bool records)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("gaitsense-desk-");
        int threads = Environment.ProcessorCount;
        List<double>[] delays = [.. Enumerable.Range(0, threads).Select(_ => new List<double>(count * 1000 / threads))];
        TapedWalker[][] walkers = [.. Enumerable.Range(0, threads).Select(t => Enumerable.Range(0, count).Where(i => i % threads == t)
            .Select(i => new TapedWalker(tape, records ? Path.Combine(folder.FullName, i.ToString(CultureInfo.InvariantCulture)) : null, delays[t])).ToArray())];
        try
        {
            WalkPump pump = new(walkers);
            using CancellationTokenSource over = new();
            Task flushing = records ? Task.Run(() => FlushAsync(walkers, over.Token)) : Task.CompletedTask;
            using var process = Process.GetCurrentProcess();
            int[] from = [];
            TimeSpan cpu = default;
            long began = 0;
            using Timer warm = new(_ =>
            {
                process.Refresh();
                (cpu, began, from) = (process.TotalProcessorTime, Stopwatch.GetTimestamp(), [.. delays.Select(d => d.Count)]);
            }, null, TimeSpan.FromSeconds(WarmUpS), Timeout.InfiniteTimeSpan);
            pump.Run(TapeS - 1);
            process.Refresh();
            double share = (process.TotalProcessorTime - cpu).TotalSeconds / Stopwatch.GetElapsedTime(began).TotalSeconds;
            await over.CancelAsync().ConfigureAwait(false);
            await flushing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            double[] sorted = [.. delays.SelectMany((d, i) => d.Skip(from[i])).Order()];
            return
            [
                records ? "on" : "off",
                count.ToString(CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"{At(sorted, 0.5):0.00} / {At(sorted, 0.99):0.00} / {At(sorted, 1):0.0} ms"),
                string.Create(CultureInfo.InvariantCulture, $"{pump.LatestMs:0.0} ms"),
                string.Create(CultureInfo.InvariantCulture, $"{100 * share:0} %"),
                string.Create(CultureInfo.InvariantCulture, $"{process.WorkingSet64 / 1048576.0:0} MB"),
                walkers.SelectMany(w => w).Sum(w => w.Events).ToString(CultureInfo.InvariantCulture),
                walkers.SelectMany(w => w).Sum(w => w.Cues).ToString(CultureInfo.InvariantCulture),
            ];
        }
        finally
        {
            foreach (TapedWalker walker in walkers.SelectMany(w => w)) await walker.DisposeAsync().ConfigureAwait(false);
            folder.Delete(recursive: true);
        }
    }

    // As a recording's own task does.
    private static async Task FlushAsync(TapedWalker[][] walkers, CancellationToken stop)
    {
        using PeriodicTimer timer = new(TimeSpan.FromSeconds(0.5));
        while (await timer.WaitForNextTickAsync(stop).ConfigureAwait(false))
            foreach (TapedWalker walker in walkers.SelectMany(w => w)) walker.Flush();
    }

    private static double At(double[] sorted, double share) => sorted.Length == 0 ? double.NaN : sorted[(int)Math.Min(sorted.Length - 1, share * sorted.Length)];
}
