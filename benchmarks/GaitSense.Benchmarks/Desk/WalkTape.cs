using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Sessions;
using GaitSense.Simulation.Presets;
using GaitSense.Streams;

namespace GaitSense.Benchmarks;

/// <summary>All that the sensors of one simulated walk told, packet by packet, as a walk takes it in: made once over a simulated radio, played by many.</summary>
internal sealed class WalkTape : IInputLog
{
    private const double RateHz = 100, StepS = 0.005;

    private readonly List<Entry> _entries = [];
    private readonly Lock _gate = new();

    /// <summary>What was told, in its order.</summary>
    public IReadOnlyList<Entry> Entries => _entries;

    /// <summary>Where the sensors are connected: from here on packets come at their times.</summary>
    public int FirstLive { get; private set; }

    public void OnInput(Foot foot, SensorInput input, HostTime time, int number, ReadOnlySpan<byte> value)
    {
        lock (_gate)
        {
            _entries.Add(new Entry(foot, input, time, number, value.ToArray()));
            if (input == SensorInput.Ready) FirstLive = _entries.Count;
        }
    }

    public void OnTime(HostTime time)
    {
        lock (_gate) _entries.Add(new Entry(Foot.Left, null, time, 0, []));
    }

    public void OnRequest(HostTime time, string request)
    {
    }

    public void OnEnded(HostTime time)
    {
    }

    /// <summary>Records a walk.</summary>
    /// <param name="seconds">How long.</param>
    public static async Task<WalkTape> RecordAsync(double seconds)
    {
        SimulatedRecording recording = SimulationPresets.Find("healthy")!.Record(seed: 3, durationS: seconds + 10, rateHz: RateHz);
        Dictionary<Foot, PlayedSamples> feet = BothFeet.InOrder.ToDictionary(f => f, f => new PlayedSamples(recording.SamplesOf(f).ToArray(), RateHz));
        VirtualTime time = new();
        WalkTape tape = new();
        await using SimulatedCentral central = SimulatedFeet.Central(feet, SimulatedFeet.Radio(lossShare: 0, jitterS: 0.005), 1, time);
        FootSensor[] sensors = [.. BothFeet.InOrder.Select(f => new FootSensor(f, SimulatedFeet.IdOf(f), central, new FootSensorOptions { RateHz = (int)RateHz }, time, runInline: true))];
        foreach (FootSensor sensor in sensors) sensor.Input.Log = tape;
        Task connecting = Task.WhenAll(sensors.Select(s => s.ConnectAsync(CancellationToken.None)));
        while (!connecting.IsCompleted) await PassAsync(time).ConfigureAwait(false);
        await connecting.ConfigureAwait(false);
        SensorIntake intake = new(sensors, time);
        FeetStreams streams = new([.. sensors.Select(s => s.Input)]) { Log = tape };
        intake.Begin(static () => { });
        double until = time.NowS + seconds;
        while (time.NowS < until)
        {
            await PassAsync(time).ConfigureAwait(false);
            intake.TakeIn(streams);
            while (streams.TryTake(out SampleBlock block)) block.Dispose();
        }

        intake.End();
        foreach (FootSensor sensor in sensors)
        {
            Task end = sensor.DisposeAsync().AsTask();
            while (!end.IsCompleted) await PassAsync(time).ConfigureAwait(false);
        }

        return tape;
    }

    private static async Task PassAsync(VirtualTime time)
    {
        time.Advance(StepS);
        await Task.Yield();
        while (ThreadPool.PendingWorkItemCount > 0) await Task.Yield();
    }

    /// <summary>One thing that a walk was told.</summary>
    /// <param name="Foot">The foot.</param>
    /// <param name="Input">What; null: time passed.</param>
    /// <param name="Time">When.</param>
    /// <param name="Number">See <see cref="SensorInput"/>.</param>
    /// <param name="Value">Its bytes.</param>
    internal readonly record struct Entry(Foot Foot, SensorInput? Input, HostTime Time, int Number, byte[] Value);
}
