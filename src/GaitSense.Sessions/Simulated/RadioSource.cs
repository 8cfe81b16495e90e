using System.Runtime.CompilerServices;
using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Simulation.Radio;
using GaitSense.Streams;
using GaitSense.Walk;

namespace GaitSense.Sessions;

/// <summary>
/// Another source once more over a radio that loses and delays packets: sensors made of software play it, and all above the radio is the live path. It happens on
/// a virtual clock, as fast as it can; the same seed gives the same samples.
/// </summary>
/// <param name="inner">What is played; each foot without gaps.</param>
/// <param name="radio">How good the links are.</param>
/// <param name="seed">Chance.</param>
public sealed class RadioSource(IWalkSource inner, RadioModel radio, ulong seed) : ISampleSource
{
    private const double StepS = 0.02, AfterwardsS = 1;

    private double _progress;
    private BleSource? _live;

    /// <inheritdoc/>
    public string Name => inner.Name;

    /// <inheritdoc/>
    public string? Description => inner.Description;

    /// <inheritdoc/>
    public IReadOnlyList<Foot> Feet => inner.Feet;

    /// <inheritdoc/>
    public WalkPipelineOptions Walk { get; } = inner.Walk with { SharedClock = inner.Feet.Count == 2 };

    /// <inheritdoc/>
    public IReadOnlyList<string> Assumptions => [.. inner.Assumptions, "Replayed over a simulated radio: what it lost and delayed did not happen when it was recorded."];

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings => [.. inner.Warnings, .. _live?.Warnings ?? []];

    /// <inheritdoc/>
    public double? Progress => Volatile.Read(ref _progress);

    /// <inheritdoc/>
    public async IAsyncEnumerable<SampleBlock> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<Foot, PlayedSamples> played = await PlayedSamples.ReadAsync(inner, cancellationToken).ConfigureAwait(false);
        double endS = SimulatedFeet.LeadS + played.Values.Max(p => p.Samples.Count / p.RateHz) + AfterwardsS;
        VirtualTime time = new();
        await using SimulatedCentral central = SimulatedFeet.Central(played, radio, seed, time);
        FootSensor[] sensors = [.. played.Keys.Order().Select(f => new FootSensor(f, SimulatedFeet.IdOf(f), central, new FootSensorOptions { RateHz = Asked(played[f].RateHz) }, time, runInline: true))];
        await ConnectAsync(sensors, time).ConfigureAwait(false);
        using CancellationTokenSource stop = new();
        _live = new BleSource(Name, sensors, new BleSourceOptions { Walk = inner.Walk }, time, threads: null);
        FeetStreams streams = _live.Streams;
        Task<GaitSenseException?> running = _live.RunAsync(streams, stop.Token);
        while (time.NowS < endS && !cancellationToken.IsCancellationRequested && !running.IsCompleted)
        {
            time.Advance(StepS);
            Volatile.Write(ref _progress, time.NowS / endS);
            while (streams.TryTake(out SampleBlock block)) yield return block; // whoever receives it owns it
        }

        await stop.CancelAsync().ConfigureAwait(false);
        GaitSenseException? failure = await running.ConfigureAwait(false);
        while (streams.TryTake(out SampleBlock block)) yield return block;
        if (failure is not null) throw failure;
        foreach (FootSensor sensor in sensors) await EndAsync(sensor, time).ConfigureAwait(false);
    }

    private static int Asked(double rateHz) => Math.Clamp((int)Math.Round(rateHz), 25, 1000);

    private static async Task ConnectAsync(FootSensor[] sensors, VirtualTime time)
    {
        var connecting = Task.WhenAll(sensors.Select(s => s.ConnectAsync(CancellationToken.None)));
        while (!connecting.IsCompleted && time.NowS < SimulatedFeet.LeadS) time.Advance(0.01);
        await connecting.WaitAsync(TimeSpan.FromSeconds(5)).ConfigureAwait(false);
    }

    private static async Task EndAsync(FootSensor sensor, VirtualTime time)
    {
        Task end = sensor.DisposeAsync().AsTask();
        // Cancelled delays complete on the thread pool: time is moved until they have.
        for (int i = 0; i < 2000 && !end.IsCompleted; i++)
        {
            time.Advance(0.02);
            await Task.Delay(1).ConfigureAwait(false);
        }
    }
}
