using System.Diagnostics;
using System.Globalization;
using GaitSense.Analysis.Walks;
using GaitSense.Core;
using GaitSense.Storage;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;

namespace GaitSense.Benchmarks;

/// <summary>
/// What it takes until a session is kept, with eight writers at once: on SQLite with one writer in the process at a time, without that, and on PostgreSQL where a connection
/// string is given (GAITSENSE_POSTGRES). Beside it what the drive takes for one flush, which each session waits for.
/// </summary>
internal static class StoreCommand
{
    private const int Writers = 8, Sessions = 100, Rounds = 3;

    public static async Task<int> RunAsync(Arguments arguments, TextWriter output)
    {
        string folder = Directory.CreateTempSubdirectory("gaitsense-store-").FullName;
        try
        {
            Markdown text = new();
            text.Line("# What it takes to keep a session");
            text.Line();
            text.Line($"GaitSense {WalkContext.LibraryVersion}. Made by `dotnet run -c Release --project benchmarks/GaitSense.Benchmarks -- --store`.");
            text.Line($"{Writers} writers at once, {Sessions} sessions each, with nine measures and their line of the audit; from the call until the rows are on the disk. The middle of {Rounds} rounds, by p99.");
            text.Line();
            text.Line("| | n | median ms | p95 ms | p99 ms | most ms | a second |");
            text.Line("|---|---|---|---|---|---|---|");
            double[] flushes = [.. Enumerable.Range(0, 200).Select(_ => FlushMs(folder)).Order()];
            text.Line(Line("one flush of 4 kB to this drive", flushes, seconds: null));
            double[] with = await MeasureAsync(text, "SQLite, one writer at a time", i => (StoreLocation.Of(Path.Combine(folder, $"gate{i}.db")), new StoreOptions())).ConfigureAwait(false);
            double[] without = await MeasureAsync(text, "SQLite, writers as they come", i => (StoreLocation.Of(Path.Combine(folder, $"free{i}.db")), new StoreOptions { OneWriter = false })).ConfigureAwait(false);
            if (Environment.GetEnvironmentVariable("GAITSENSE_POSTGRES") is { Length: > 0 } postgres)
                await MeasureAsync(text, "PostgreSQL (on this machine, as .ci/postgres starts it: without flushes)", _ => (StoreLocation.Of(postgres, folder), new StoreOptions())).ConfigureAwait(false);
            double p99 = At(with, 0.99);
            text.Line();
            text.Line(string.Create(CultureInfo.InvariantCulture, $"p99 of writers as they come is {At(without, 0.99) / p99:0.0} times that of one at a time, which is {p99 / At(flushes, 0.5):0.0} flushes of the drive (median). Asked for: p99 below 60 ms."));
            if (arguments.IsPart) output.Write(text.ToString());
            else ResultFile.Write("store.md", text.ToString());
            return p99 < 60 ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double[]> MeasureAsync(Markdown text, string name, Func<int, (StoreLocation Place, StoreOptions Options)> place)
    {
        List<double[]> rounds = [];
        List<double> seconds = [];
        for (int round = 0; round < Rounds + 1; round++)
        {
            (StoreLocation location, StoreOptions options) = place(round);
            await using TrainingStore store = await TrainingStore.OpenAsync(location, options).ConfigureAwait(false);
            Person person = new() { Id = Guid.CreateVersion7(), Code = "P" + Guid.NewGuid().ToString("N")[..12], Zone = "Europe/Berlin" };
            await store.People.AddAsync(person).ConfigureAwait(false);
            await store.Sessions.AddAsync(SessionOf(person.Id)).ConfigureAwait(false); // compiled and planned
            Stopwatch all = Stopwatch.StartNew();
            double[][] each = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(() => WriteAsync(store, person.Id)))).ConfigureAwait(false);
            // The first round compiles what many at once need.
            if (round == 0) continue;
            seconds.Add(all.Elapsed.TotalSeconds);
            rounds.Add([.. each.SelectMany(e => e).Order()]);
        }

        // The round in the middle: the machine has other things to do, too.
        int middle = Enumerable.Range(0, Rounds).OrderBy(i => At(rounds[i], 0.99)).ElementAt(Rounds / 2);
        text.Line(Line(name, rounds[middle], seconds[middle]));
        return rounds[middle];
    }

    private static async Task<double[]> WriteAsync(TrainingStore store, Guid person)
    {
        double[] times = new double[Sessions];
        for (int i = 0; i < times.Length; i++)
        {
            long start = Stopwatch.GetTimestamp();
            await store.Sessions.AddAsync(SessionOf(person)).ConfigureAwait(false);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        return times;
    }

    private static Session SessionOf(Guid person) => new()
    {
        Id = Guid.CreateVersion7(),
        PersonId = person,
        Task = TrainingTask.ComfortableWalk,
        Start = DateTimeOffset.UtcNow,
        Zone = "Europe/Berlin",
        Place = Place.Home,
        Source = SessionSource.Simulation,
        Status = SessionStatus.CutOff,
        Software = "benchmark",
        Measures = [.. Enumerable.Range(1, 9).Select(i => new Measure { Name = "m" + i.ToString(CultureInfo.InvariantCulture), Direction = WalkingDirection.Forward, Value = i, N = i, Unit = "1" })],
    };

    private static double FlushMs(string folder)
    {
        string path = Path.Combine(folder, "flush");
        using FileStream file = new(path, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        file.Write(new byte[4096]);
        long start = Stopwatch.GetTimestamp();
        file.Flush(flushToDisk: true);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double At(double[] sorted, double part) => sorted[(int)Math.Min(sorted.Length - 1, Math.Ceiling(part * sorted.Length) - 1)];

    private static string Line(string name, double[] ms, double? seconds) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {ms.Length} | {At(ms, 0.5):0.0} | {At(ms, 0.95):0.0} | {At(ms, 0.99):0.0} | {ms[^1]:0.0} | {Rate(ms.Length, seconds)} |");

    private static string Rate(int n, double? seconds) => seconds is { } s ? string.Create(CultureInfo.InvariantCulture, $"{n / s:0}") : "";
}
