using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Feedback;
using GaitSense.Recording;
using GaitSense.Simulation;

namespace GaitSense.Sessions.Tests;

/// <summary>Two simulated feet, a simulated radio, the real sensors and source above it, all on one virtual clock and one thread.</summary>
internal sealed class BleWorld : IDisposable
{
    public const double RateHz = 200;

    private readonly List<FootedSample> _got = [];
    private readonly CancellationTokenSource _stop = new();
    private Task _reading = Task.CompletedTask;

    public BleWorld(Func<SimulatedFootOptions, Foot, SimulatedFootOptions> with, SimulatedRecording recording, FootSensorOptions? options = null, bool keep = true, Func<Foot, FootFirmware>? firmware = null)
    {
        // Continuations stay on the thread that completes what they wait for only where no context claims them.
        SynchronizationContext.SetSynchronizationContext(null);
        Feet = [.. new[] { Foot.Left, Foot.Right }.Select(f => new SimulatedFoot(firmware?.Invoke(f) ?? new ProtocolFirmware(f, RateHz), with(
            new SimulatedFootOptions
            {
                Samples = recording.SamplesOf(f).ToArray(),
                Clock = ClockOf(f),
                Stream = (ulong)f,
            },
            f)) { KeepsDelivered = keep })];
        Central = new SimulatedCentral(Time, new Dictionary<string, SimulatedFoot>(StringComparer.Ordinal) { ["L"] = Feet[0], ["R"] = Feet[1] });
        Sensors = [Sensor(Foot.Left, "L"), Sensor(Foot.Right, "R")];
        FootSensor Sensor(Foot foot, string id) => new(foot, id, Central, options ?? new FootSensorOptions(), Time, SensorDrivers.All, runInline: true);
    }

    public VirtualTime Time { get; } = new();

    public static SimulatedClock ClockOf(Foot foot) => new() { DriftRatio = foot == Foot.Left ? 40e-6 : -40e-6, OffsetS = foot == Foot.Left ? 4000 : 17 };

    public SimulatedFoot[] Feet { get; }

    public SimulatedCentral Central { get; }

    public FootSensor[] Sensors { get; }

    public BleSource Source { get; private set; } = null!;

    /// <summary>Samples that had reached the host, of each foot, when the walk was stopped; how many come while the sensors are let go, is chance.</summary>
    public int[] DeliveredWhileReading { get; private set; } = [];

    public IReadOnlyList<FootedSample> Got => _got;

    public Action<SampleBlock>? OnBlock { get; set; }

    /// <summary>Records the session; the walk's decisions are told to it where <see cref="OnBlock"/> feeds a core.</summary>
    public SessionRecorder? Recorder { get; set; }

    /// <summary>The cue plan that is recorded; null: none.</summary>
    public CuePlan? Cues { get; set; }

    public void Connect()
    {
        if (Recorder is { } listener)
            foreach (FootSensor sensor in Sensors) listener.Listen(sensor);
        Task[] connecting = [.. Sensors.Select(s => s.ConnectAsync(CancellationToken.None))];
        for (int i = 0; i < 500 && !Task.WhenAll(connecting).IsCompleted; i++) Time.Advance(0.01);
        foreach (Task c in connecting) c.GetAwaiter().GetResult();
        Source = new BleSource("test", Sensors, new BleSourceOptions(), Time, runInline: true);
        Recorder?.Begin(Source, Sensors, new SessionPerson { Id = "P1" }, new FootSensorOptions(), Cues);
        _reading = ReadAsync();
    }

    public void Run(double untilS) => Time.Advance(untilS - Time.NowS);

    public void Stop()
    {
        _stop.Cancel();
        _reading.IsCompleted.ShouldBeTrue();
        _reading.GetAwaiter().GetResult();
        DeliveredWhileReading = [.. Feet.Select(f => f.Delivered.Count)];
        foreach (FootSensor s in Sensors)
        {
            Task end = s.DisposeAsync().AsTask();
            // Cancelled delays are told on the thread pool: from here on it is not one thread any more.
            for (int i = 0; i < 2000 && !end.Wait(5); i++) Time.Advance(0.02);
            end.IsCompletedSuccessfully.ShouldBeTrue();
        }
    }

    public void Dispose() => _stop.Dispose();

    private async Task ReadAsync()
    {
        await foreach (SampleBlock block in Source.ReadAsync(_stop.Token).ConfigureAwait(false))
        {
            using (block)
            {
                if (OnBlock is { } on) on(block);
                else _got.AddRange(block.Samples);
            }
        }
    }
}
