using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Feedback.Plan;
using GaitSense.Recording.Session;
using GaitSense.Simulation.Presets;
using GaitSense.Simulation.Radio;
using GaitSense.Streams;
using GaitSense.Walk;

namespace GaitSense.Sessions.Tests;

/// <summary>Two simulated feet, a simulated radio, the real sensors and source above it, all on one virtual clock and one thread.</summary>
internal sealed class BleWorld : IDisposable
{
    public const double RateHz = 200;

    private readonly List<FootedSample> _got = [];
    private readonly CancellationTokenSource _stop = new();
    private Task<GaitSenseException?> _reading = Task.FromResult<GaitSenseException?>(null);

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
        FootSensor Sensor(Foot foot, string id) => new(foot, id, Central, options ?? new FootSensorOptions(), Time, runInline: true);
    }

    public VirtualTime Time { get; } = new();

    public static SimulatedClock ClockOf(Foot foot) => new() { DriftRatio = foot == Foot.Left ? 40e-6 : -40e-6, OffsetS = foot == Foot.Left ? 4000 : 17 };

    public SimulatedFoot[] Feet { get; }

    public SimulatedCentral Central { get; }

    public FootSensor[] Sensors { get; }

    public BleSource Source { get; private set; } = null!;

    /// <summary>Samples that had reached the host, of each foot, when the walk was stopped; how many come while the sensors are let go, is chance.</summary>
    public int[] DeliveredWhileReading { get; private set; } = [];

    /// <summary>How each foot's link had been then: while the sensors are let go, this machine's clock has a say in how much of the walk's time passes.</summary>
    public LinkQuality[] QualityWhileReading { get; private set; } = [];

    public IReadOnlyList<FootedSample> Got => _got;

    public Action<SampleBlock>? OnBlock { get; set; }

    /// <summary>Who is told of a whole walk; asked for when the source is there. Null: samples are kept, or go to <see cref="OnBlock"/>.</summary>
    public Func<IReadOnlyList<IWalkObserver>>? Observers { get; set; }

    /// <summary>The walk; null where there are no observers.</summary>
    public LiveWalk? Walk { get; private set; }

    /// <summary>Records the session.</summary>
    public SessionRecording? Recording { get; set; }

    /// <summary>The cue plan that is recorded; null: none.</summary>
    public CuePlan? Cues { get; set; }

    public void Connect()
    {
        if (Recording is { } listener)
            foreach (FootSensor sensor in Sensors) listener.Listen(sensor);
        Task[] connecting = [.. Sensors.Select(s => s.ConnectAsync(CancellationToken.None))];
        for (int i = 0; i < 500 && !Task.WhenAll(connecting).IsCompleted; i++) Time.Advance(0.01);
        foreach (Task c in connecting) c.GetAwaiter().GetResult();
        Source = new BleSource("test", Sensors, new BleSourceOptions(), Time, threads: null);
        Recording?.Begin(Source, Sensors, new SessionPerson { Id = "P1" }, Cues);
        Walk = Observers is { } observers ? new LiveWalk(Source, observers(), Source.Streams) : null;
        _reading = Source.RunAsync((IWalkInput?)Walk ?? new Drained(this, Source.Streams), _stop.Token);
    }

    public void Run(double untilS) => Time.Advance(untilS - Time.NowS);

    public void Stop()
    {
        _stop.Cancel();
        _reading.IsCompleted.ShouldBeTrue();
        _reading.GetAwaiter().GetResult().ShouldBeNull();
        DeliveredWhileReading = [.. Feet.Select(f => f.Delivered.Count)];
        QualityWhileReading = [.. Sensors.Select(s => s.Quality)];
        foreach (FootSensor s in Sensors)
        {
            Task end = s.DisposeAsync().AsTask();
            // Cancelled delays are told on the thread pool: from here on it is not one thread any more.
            for (int i = 0; i < 2000 && !end.Wait(5); i++) Time.Advance(0.02);
            end.IsCompletedSuccessfully.ShouldBeTrue();
        }
    }

    public void Dispose() => _stop.Dispose();

    private void Take(SampleBlock block)
    {
        using (block)
        {
            if (OnBlock is { } on) on(block);
            else _got.AddRange(block.Samples);
        }
    }

    /// <summary>Streams whose blocks are taken as they come.</summary>
    private sealed class Drained(BleWorld world, FeetStreams streams) : IWalkInput
    {
        public SensorMessage Push(Foot foot, int channel, ReadOnlySpan<byte> value, HostTime arrival)
        {
            SensorMessage message = streams.Push(foot, channel, value, arrival);
            Drain();
            return message;
        }

        public void SetFlowing(Foot foot, bool flows, HostTime now) => streams.SetFlowing(foot, flows, now);

        public void Ask(string request, HostTime now)
        {
            streams.Ask(request, now);
            Drain();
        }

        public void Advance(HostTime now)
        {
            streams.Advance(now);
            Drain();
        }

        public void End()
        {
            streams.End();
            Drain();
        }

        private void Drain()
        {
            while (streams.TryTake(out SampleBlock block)) world.Take(block);
        }
    }
}
