using System.Diagnostics;
using System.Globalization;
using GaitSense.Analysis.Walks;
using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Recording.Session;
using GaitSense.Sessions;
using GaitSense.Simulation;
using GaitSense.Simulation.Plan;
using GaitSense.Simulation.Presets;
using GaitSense.Simulation.Sensor;
using GaitSense.Walk;

namespace GaitSense.Benchmarks;

/// <summary>
/// What it costs to record a session of two feet at 200 Hz: an hour over a simulated radio, on a virtual clock, walked twice, with a recorder and without. What
/// differs is the recorder's.
/// </summary>
internal static class SessionCommand
{
    private const double RateHz = 200, HourS = 3600;

    public static async Task<int> RunAsync(TextWriter output)
    {
        IReadOnlyDictionary<Foot, PlayedSamples> feet = Feet();
        await WalkAsync(feet, recordTo: null, seconds: 60).ConfigureAwait(false);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("gaitsense-session-");
        try
        {
            await WalkAsync(feet, Path.Combine(folder.FullName, "warm"), seconds: 60).ConfigureAwait(false);
            Cost without = await WalkAsync(feet, recordTo: null, HourS).ConfigureAwait(false);
            string session = Path.Combine(folder.FullName, "hour");
            Cost with = await WalkAsync(feet, session, HourS).ConfigureAwait(false);
            var replay = Stopwatch.StartNew();
            string verdict = await ReplayAsync(session).ConfigureAwait(false);
            Write(output, without, with, session, replay.Elapsed.TotalSeconds, verdict);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return 0;
    }

    // Ten minutes of walking, six times over: an hour of samples that differ would only be slow to make.
    private static Dictionary<Foot, PlayedSamples> Feet()
    {
        SimulatedWalk walk = Walker.Walk(new GaitParameters(), [WalkSegment.Stand(6), WalkSegment.Walk(WalkManner.Forward, 1100), WalkSegment.Stand(6)], seed: 3);
        SimulatedRecording recording = new(walk, new ImuErrorModel { RateHz = RateHz }, seed: 4);
        return new[] { Foot.Left, Foot.Right }.ToDictionary(f => f, f =>
        {
            ImuSample[] once = recording.SamplesOf(f).ToArray();
            var hour = new ImuSample[(int)(HourS * RateHz)];
            for (int i = 0; i < hour.Length; i++) hour[i] = once[i % once.Length];
            return new PlayedSamples(hour, RateHz);
        });
    }

    private static async Task<Cost> WalkAsync(IReadOnlyDictionary<Foot, PlayedSamples> feet, string? recordTo, double seconds)
    {
        VirtualTime time = new();
        await using SimulatedCentral central = SimulatedFeet.Central(feet, SimulatedFeet.Radio(lossShare: 0, jitterS: 0.005), 1, time);
        FootSensorOptions options = new();
        FootSensor[] sensors = [.. feet.Keys.Order().Select(f => new FootSensor(f, SimulatedFeet.IdOf(f), central, options, time))];
        await using SessionRecording? recorder = recordTo is null ? null : SessionRecording.Create(recordTo, time);
        foreach (FootSensor sensor in sensors) recorder?.Listen(sensor);
        Task connecting = Task.WhenAll(sensors.Select(s => s.ConnectAsync(CancellationToken.None)));
        while (!connecting.IsCompleted) await PassAsync(time, 0.005).ConfigureAwait(false);
        await connecting.ConfigureAwait(false);
        BleSource source = new("hour", sensors, new BleSourceOptions(), time);
        recorder?.Begin(source, sensors, new SessionPerson());
        using CancellationTokenSource stop = new();
        Counter counter = new();
        IWalkObserver[] observers = recorder is null ? [counter] : [recorder.Recorder, counter];
        Task<WalkEnd> walking = new WalkRunner(source, observers, new WalkRunnerOptions()).RunAsync(stop.Token);
        using var process = Process.GetCurrentProcess();
        long heap = GC.GetTotalMemory(forceFullCollection: true), allocated = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan cpu = process.TotalProcessorTime;
        while (time.NowS < seconds) await PassAsync(time, 0.02).ConfigureAwait(false);
        process.Refresh();
        Cost cost = new(
            (process.TotalProcessorTime - cpu).TotalSeconds,
            GC.GetTotalAllocatedBytes(precise: true) - allocated,
            GC.GetTotalMemory(forceFullCollection: true) - heap,
            source.Links.Sum(l => l.Received),
            source.Links.Sum(l => l.Dropped),
            counter.Strides);
        await stop.CancelAsync().ConfigureAwait(false);
        await walking.ConfigureAwait(false);
        foreach (FootSensor sensor in sensors)
        {
            Task end = sensor.DisposeAsync().AsTask();
            while (!end.IsCompleted) await PassAsync(time, 0.02).ConfigureAwait(false);
        }

        return cost;
    }

    // The walk has threads of its own: they are given the time that they need.
    private static async Task PassAsync(VirtualTime time, double seconds)
    {
        time.Advance(seconds);
        await Task.Yield();
        while (ThreadPool.PendingWorkItemCount > 0) await Task.Yield();
    }

    private static async Task<string> ReplayAsync(string session)
    {
        using SessionSource source = SessionSource.Open(session, new WalkRunnerOptions());
        using DecisionCheck check = DecisionCheck.Of(source);
        await new WalkRunner(source, [check], new WalkRunnerOptions()).RunAsync(CancellationToken.None).ConfigureAwait(false);
        return check.Verdict();
    }

    private static (long Sent, long Rows) Read(string session)
    {
        long sent = 0, rows = 0;
        using SessionFileReader reader = SessionFileReader.Open(Path.Combine(session, SessionFolder.SessionFile));
        while (reader.TryRead(out SessionRecord record))
        {
            if (record.Kind == SessionRecordKind.Row) rows++;
            // Notifications: FORMAT.md, inputs 7 and 10.
            if (SessionRecordKind.IsInput(record.Kind, out int input, out _) && input is 7 or 10 && record.TryReadNumber(out _, out ReadOnlySpan<byte> value)) sent += value.Length;
        }

        return (sent, rows);
    }

    private static void Write(TextWriter output, Cost without, Cost with, string session, double replayS, string verdict)
    {
        (long sent, long rows) = Read(session);
        long file = new FileInfo(Path.Combine(session, SessionFolder.SessionFile)).Length;
        Markdown text = new();
        text.Line("# What it costs to record a session");
        text.Line();
        text.Line($"GaitSense {WalkContext.LibraryVersion}. Made by `dotnet run -c Release --project benchmarks/GaitSense.Benchmarks -- --session`.");
        text.Line("Two simulated feet at 200 Hz, low-latency packets, an hour of walking over a simulated radio on a virtual clock, once with a recorder and once without: the difference is the recorder's,");
        text.Line("flushes to the disk (twice a second, fsync) included.");
        text.Head("figure", "value");
        text.Row("CPU of one core for recording", string.Create(CultureInfo.InvariantCulture, $"{100 * (with.CpuS - without.CpuS) / HourS:0.00} % ({with.CpuS - without.CpuS:0.0} s in an hour; the walk with its simulated radio {without.CpuS:0} s)"));
        text.Row("heap grown in an hour, with recorder / without", string.Create(CultureInfo.InvariantCulture, $"{with.HeapBytes / 1048576.0:0.0} / {without.HeapBytes / 1048576.0:0.0} MB"));
        text.Row("allocated for recording, per second of walk", string.Create(CultureInfo.InvariantCulture, $"{(with.AllocatedBytes - without.AllocatedBytes) / HourS / 1024:0.0} kB"));
        text.Row("file", string.Create(CultureInfo.InvariantCulture, $"{file / 1048576.0:0.0} MB: {(double)file / sent:0.000} of the {sent / 1048576.0:0.0} MB that the sensors sent, {rows} rows of decisions included"));
        text.Row("samples, notifications dropped", string.Create(CultureInfo.InvariantCulture, $"{with.Samples}, {with.Dropped}"));
        text.Row("replayed in", string.Create(CultureInfo.InvariantCulture, $"{replayS:0.0} s: {verdict}"));
        output.Write(text.ToString());
        ResultFile.Write("session.md", text.ToString());
    }

    private sealed record Cost(double CpuS, long AllocatedBytes, long HeapBytes, long Samples, long Dropped, int Strides);

    private sealed class Counter : IWalkObserver
    {
        public int Strides { get; private set; }

        public void OnStride(in Stride stride) => Strides++;
    }
}
