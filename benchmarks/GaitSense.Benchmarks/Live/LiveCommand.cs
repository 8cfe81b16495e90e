using System.Diagnostics;
using System.Globalization;
using GaitSense.Analysis.Summary;
using GaitSense.Analysis.Walks;
using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Devices.Linux;
using GaitSense.Sessions;
using GaitSense.Simulation;
using GaitSense.Simulation.Plan;
using GaitSense.Simulation.Presets;
using GaitSense.Simulation.Radio;
using GaitSense.Simulation.Sensor;
using GaitSense.Walk;

namespace GaitSense.Benchmarks;

/// <summary>What a live walk with two feet at 200 Hz costs: the whole way from notifications to strides, in real time, over a radio that is simulated.</summary>
internal static class LiveCommand
{
    private const double RateHz = 200;
    private const int WarmUpS = 10, MeasuredS = 40;

    public static int Run(TextWriter output)
    {
        SimulatedWalk walk = Walker.Walk(new GaitParameters(), [WalkSegment.Stand(5), WalkSegment.Walk(WalkManner.Forward, 120), WalkSegment.Stand(60)], seed: 3);
        SimulatedRecording recording = new(walk, new ImuErrorModel { RateHz = RateHz }, seed: 4);
        double radio = RadioAloneAsync(FeetOf(recording)).GetAwaiter().GetResult();
        RunAsync(FeetOf(recording), radio, output).GetAwaiter().GetResult();
        return 0;
    }

    private static Dictionary<string, SimulatedFoot> FeetOf(SimulatedRecording recording) =>
        new(StringComparer.Ordinal) { ["L"] = FootOf(recording, Foot.Left), ["R"] = FootOf(recording, Foot.Right) };

    // The same feet and radio with nobody behind the notifications: what a real computer does not pay for.
    private static async Task<double> RadioAloneAsync(Dictionary<string, SimulatedFoot> feet)
    {
        SimulatedCentral central = new(TimeProvider.System, feet);
        await using FootSensor left = new(Foot.Left, "L", central, new FootSensorOptions(), TimeProvider.System), right = new(Foot.Right, "R", central, new FootSensorOptions(), TimeProvider.System);
        await Task.WhenAll(left.ConnectAsync(CancellationToken.None), right.ConnectAsync(CancellationToken.None)).ConfigureAwait(false);
        await Task.Delay(TimeSpan.FromSeconds(WarmUpS)).ConfigureAwait(false);
        using var process = Process.GetCurrentProcess();
        (TimeSpan cpu, long began) = (process.TotalProcessorTime, Stopwatch.GetTimestamp());
        await Task.Delay(TimeSpan.FromSeconds(MeasuredS / 2)).ConfigureAwait(false);
        process.Refresh();
        return (process.TotalProcessorTime - cpu).TotalSeconds / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static SimulatedFoot FootOf(SimulatedRecording recording, Foot foot) => new(new ProtocolFirmware(foot, RateHz), new SimulatedFootOptions
    {
        Samples = recording.SamplesOf(foot).ToArray(),
        Clock = new SimulatedClock { DriftRatio = foot == Foot.Left ? 40e-6 : -40e-6, OffsetS = 100 },
        Stream = (ulong)foot,
    });

    private static async Task RunAsync(Dictionary<string, SimulatedFoot> feet, double radio, TextWriter output)
    {
        SimulatedCentral central = new(TimeProvider.System, feet);
        await using FootSensor left = new(Foot.Left, "L", central, new FootSensorOptions(), TimeProvider.System), right = new(Foot.Right, "R", central, new FootSensorOptions(), TimeProvider.System);
        await Task.WhenAll(left.ConnectAsync(CancellationToken.None), right.ConnectAsync(CancellationToken.None)).ConfigureAwait(false);
        BleSource source = new("live", [left, right], new BleSourceOptions(), TimeProvider.System, LinuxThreads.Raise);
        WalkCollector collector = new();
        using CancellationTokenSource stop = new();
        Task<WalkEnd> walking = new WalkRunner(source, [collector], new WalkRunnerOptions()).RunAsync(stop.Token);
        await Task.Delay(TimeSpan.FromSeconds(WarmUpS)).ConfigureAwait(false);
        using var process = Process.GetCurrentProcess();
        (TimeSpan cpu, long allocated, long samples) = (process.TotalProcessorTime, GC.GetTotalAllocatedBytes(precise: true), left.Quality.Received + right.Quality.Received);
        long heap = GC.GetTotalMemory(forceFullCollection: true);
        long began = Stopwatch.GetTimestamp();
        await Task.Delay(TimeSpan.FromSeconds(MeasuredS)).ConfigureAwait(false);
        process.Refresh();
        double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        double share = (process.TotalProcessorTime - cpu).TotalSeconds / seconds;
        double allocatedPerSample = (double)(GC.GetTotalAllocatedBytes(precise: true) - allocated) / (left.Quality.Received + right.Quality.Received - samples);
        long grown = GC.GetTotalMemory(forceFullCollection: true) - heap;
        await stop.CancelAsync().ConfigureAwait(false);
        WalkEnd result = await walking.ConfigureAwait(false);
        var summary = WalkSummary.From(collector.ToRecord(new WalkContext { Recording = "live", Quality = result.Quality, ClockUncertaintyS = result.ClockUncertaintyS }));
        Markdown text = new();
        text.Line("# A live walk with two feet");
        text.Line();
        text.Line($"GaitSense {WalkContext.LibraryVersion}. Made by `dotnet run -c Release --project benchmarks/GaitSense.Benchmarks -- --live`.");
        text.Line("Two simulated feet at 200 Hz speak the project's protocol over a simulated radio (15 ms interval), in real time; sensors, source, core and collector are the real ones,");
        text.Line("and what the simulated feet and radio cost was measured alone first. Measured over 40 s after 10 s of warm-up.");
        text.Head("figure", "value");
        text.Row("CPU of one core, the walk", string.Create(CultureInfo.InvariantCulture, $"{100 * (share - radio):0.0} %"));
        text.Row("CPU of one core, the simulated feet and radio", string.Create(CultureInfo.InvariantCulture, $"{100 * radio:0.0} %"));
        text.Row("allocated per sample, all of it", string.Create(CultureInfo.InvariantCulture, $"{allocatedPerSample:0} B"));
        text.Row("heap grown in 40 s", string.Create(CultureInfo.InvariantCulture, $"{grown / 1024.0:0} kB"));
        text.Row("taken to handed to the core, median / 99 %", string.Create(CultureInfo.InvariantCulture, $"{1e3 * source.Delay.At(0.5):0.0} / {1e3 * source.Delay.At(0.99):0.0} ms"));
        text.Row("samples lost", string.Create(CultureInfo.InvariantCulture, $"{source.Links.Sum(l => l.Lost)} of {source.Links.Sum(l => l.Received + l.Lost)}"));
        text.Row("clock between the feet, standard uncertainty", string.Create(CultureInfo.InvariantCulture, $"{1e3 * result.ClockUncertaintyS:0.0} ms"));
        text.Row("strides", string.Create(CultureInfo.InvariantCulture, $"{summary.Counts.Values.Sum(c => c.Valid)} valid"));
        output.Write(text.ToString());
        ResultFile.Write("live.md", text.ToString());
    }
}
