using System.Globalization;
using System.Runtime.CompilerServices;
using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Recording;

namespace GaitSense.Sessions;

/// <summary>
/// Sensors on the feet, over Bluetooth, as a source: both streams on one clock and merged by time, with bounded waiting. It ends when it is asked to; a
/// foot that is lost comes back by itself, and its absence is a gap.
/// </summary>
public sealed class BleSource : ISampleSource
{
    private const int BlockCapacity = 128;
    private const double TickS = 0.02;

    // A change of the clocks' uncertainty that is worth telling the core, s.
    private const double UncertaintyStepS = 0.0001;

    private readonly FootSensor[] _sensors;
    private readonly BleSourceOptions _options;
    private readonly TimeProvider _time;
    private readonly AsyncSignal _signal;
    private HostTime _start, _readSince;
    private double _readSinceS;
    private HostTime? _firstReady;
    private double _toldUncertaintyS = double.NaN;
    private bool _hasStarted, _hasBegun;

    /// <summary>A walk with sensors that are connected.</summary>
    /// <param name="name">Name of the walk.</param>
    /// <param name="sensors">One or two connected sensors, of different feet. They stay the caller's.</param>
    /// <param name="options">How their streams become one walk.</param>
    /// <param name="time">The clock that the sensors were given too.</param>
    public BleSource(string name, IReadOnlyList<FootSensor> sensors, BleSourceOptions options, TimeProvider time)
        : this(name, sensors, options, time, runInline: false)
    {
    }

    internal BleSource(string name, IReadOnlyList<FootSensor> sensors, BleSourceOptions options, TimeProvider time, bool runInline)
    {
        ArgumentNullException.ThrowIfNull(sensors);
        ArgumentNullException.ThrowIfNull(options);
        if (sensors.Count is 0 or > 2 || sensors.Select(s => s.Foot).Distinct().Count() != sensors.Count)
            throw new ArgumentException("A walk has one sensor or two, on different feet.", nameof(sensors));
        if (sensors.Any(s => s.Stream is null)) throw new ArgumentException("Sensors are connected before the walk.", nameof(sensors));
        (Name, _options, _time) = (name, options, time);
        _sensors = [.. sensors.OrderBy(s => s.Foot)];
        _signal = new AsyncSignal(runInline);
        Feet = [.. _sensors.Select(s => s.Foot)];
        bool counted = _sensors.Any(s => s.Clock == ClockClass.CountedSamples);
        Walk = options.Walk with
        {
            HasLeft = Feet.Contains(Foot.Left),
            HasRight = Feet.Contains(Foot.Right),
            SharedClock = _sensors.Length == 2 && !counted,
        };
        Assumptions = [.. _sensors.Select(Describe)];
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string? Description => "Recorded live over Bluetooth.";

    /// <inheritdoc/>
    public IReadOnlyList<Foot> Feet { get; }

    /// <inheritdoc/>
    public WalkPipelineOptions Walk { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Assumptions { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings => [.. _sensors.SelectMany(s => LinkWarnings.Of(s.Quality))];

    /// <inheritdoc/>
    public double? Progress => null;

    /// <summary>How long samples took from when they were taken to when they were handed on, by the aligned clocks. Those that waited for the walk to begin do not count.</summary>
    public DelayHistogram Delay { get; } = new();

    /// <summary>How the links have been, one entry for each foot.</summary>
    public IReadOnlyList<LinkQuality> Links => [.. _sensors.Select(s => s.Quality)];

    /// <inheritdoc/>
    public async IAsyncEnumerable<SampleBlock> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (_hasStarted) throw new InvalidOperationException("A walk is walked once.");
        _hasStarted = true;
        _readSince = Now;
        foreach (FootSensor sensor in _sensors) sensor.News = _signal.Set;
        var tick = TimeSpan.FromSeconds(TickS);
        using ITimer timer = _time.CreateTimer(_ => _signal.Set(), null, tick, tick);
        using CancellationTokenRegistration stopping = cancellationToken.Register(_signal.Set);
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                await _signal.WaitAsync().ConfigureAwait(false);
                Poll();
                while (TryFill(drain: false) is { } block) yield return block; // whoever receives it owns it
                if (Array.TrueForAll(_sensors, s => s.State == FootSensorState.Failed)) throw _sensors[0].Failure!;
            }

            Poll();
            while (TryFill(drain: true) is { } block) yield return block;
        }
        finally
        {
            foreach (FootSensor sensor in _sensors) sensor.EndReading();
        }
    }

    private HostTime Now => HostTime.FromTicks(_time.GetTimestamp(), _time.TimestampFrequency);

    private static string Describe(FootSensor sensor) => string.Create(CultureInfo.InvariantCulture, $"{sensor.Foot} sensor: {sensor.Kind}, {sensor.RateHz:0.#} Hz; its clock: {sensor.Clock switch
    {
        ClockClass.SharedClock => "shared in hardware",
        ClockClass.Timestamps => "timestamps, aligned with this computer's",
        _ => "none, so its samples are counted",
    }}.");

    private void Poll()
    {
        foreach (FootSensor sensor in _sensors) sensor.Poll();
        if (!_hasBegun) Begin();
    }

    // The walk's clock shows 0 at the first sample of the foot that began first.
    private void Begin()
    {
        HostTime? first = null;
        bool all = true;
        foreach (FootSensor sensor in _sensors)
        {
            bool isReady = sensor.Stream is { IsSettled: true, FirstWaiting: not null };
            all &= isReady;
            if (isReady && sensor.Stream!.FirstWaiting is { } at && (first is null || at < first)) first = at;
        }

        if (first is null) return;
        _firstReady ??= Now;
        if (!all && Now.SecondsSince(_firstReady.Value) < _options.LongestStartWaitS) return;
        (_start, _hasBegun, _readSinceS) = (first.Value, true, _readSince.SecondsSince(first.Value));
        foreach (FootSensor sensor in _sensors) sensor.Stream!.Begin(_start);
    }

    private SampleBlock? TryFill(bool drain)
    {
        if (!_hasBegun) return null;
        SampleBlock? block = null;
        double nowS = Now.SecondsSince(_start);
        while ((block is null || block.Count < BlockCapacity) && TryNext(nowS, drain) is { } sensor)
        {
            if (block is null)
            {
                block = new SampleBlock(BlockCapacity);
                block.ClockUncertaintyS = Uncertainty();
            }

            ImuSample sample = sensor.Stream!.Take();
            if (sample.Time.Seconds > _readSinceS) Delay.Add(nowS - sample.Time.Seconds);
            block.Add(new FootedSample(sensor.Foot, sample));
        }

        return block;
    }

    // The foot whose next sample is the earlier one; a sample whose time the other foot has not reached waits, but not for long.
    private FootSensor? TryNext(double nowS, bool drain)
    {
        FootSensor? next = null;
        DeviceTime earliest = default;
        bool isAlone = false;
        foreach (FootSensor sensor in _sensors)
        {
            if (!sensor.Stream!.TryPeek(out DeviceTime time)) isAlone |= sensor.State == FootSensorState.Streaming;
            else if (next is null || time < earliest) (next, earliest) = (sensor, time);
        }

        return isAlone && !drain && nowS - earliest.Seconds < _options.LongestMergeWaitS ? null : next;
    }

    // Bounds are taken as rectangular: a standard uncertainty is a bound over the root of three.
    private double? Uncertainty()
    {
        if (_sensors.Length < 2) return null;
        double left = _sensors[0].Stream!.UncertaintyS, right = _sensors[1].Stream!.UncertaintyS;
        double now = Math.Min(1, Math.Sqrt(((left * left) + (right * right)) / 3));
        if (Math.Abs(now - _toldUncertaintyS) < UncertaintyStepS) return null;
        return _toldUncertaintyS = now;
    }
}
