using System.Collections.Concurrent;
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
public sealed class BleSource : IRealTimeSource
{
    private const double TickS = 0.02;

    private readonly FootSensor[] _sensors;
    private readonly bool[] _flows = new bool[2];
    private readonly FeetMerger _merger;
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly TimeProvider _time;
    private readonly WalkThread? _thread;
    private readonly AsyncSignal _signal;
    private HostTime _readSince;
    private bool _hasStarted;

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
        (Name, Options, _time) = (name, options, time);
        _sensors = [.. sensors.OrderBy(s => s.Foot)];
        _thread = runInline ? null : new WalkThread();
        _signal = new AsyncSignal(_thread);
        Feet = [.. _sensors.Select(s => s.Foot)];
        _merger = new FeetMerger(Feet, options);
        foreach (FootSensor sensor in _sensors) _merger.SetStream(sensor.Foot, sensor.Stream!);
        bool counted = _sensors.Any(s => s.Clock == ClockClass.CountedSamples);
        Walk = options.Walk with
        {
            HasLeft = Feet.Contains(Foot.Left),
            HasRight = Feet.Contains(Foot.Right),
            SharedClock = _sensors.Length == 2 && !counted,
        };
        Assumptions = [.. _sensors.Select(s => Describe(s.Foot, s.Kind, s.RateHz, s.Clock))];
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>How the streams become one walk.</summary>
    internal BleSourceOptions Options { get; }

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

    /// <summary>Is told of the time where its passing mattered, and of the end; the sensors' own logs tell the rest. Null: nobody.</summary>
    internal Action<HostTime, bool>? TimeLog { get; set; }

    /// <summary>Is told what was asked for, when the walk hears of it. Null: nobody.</summary>
    internal Action<HostTime, string>? RequestLog { get; set; }

    /// <summary>How long samples took from when they were taken to when they were handed on, by the aligned clocks. Those that waited for the walk to begin do not count.</summary>
    public DelayHistogram Delay { get; } = new();

    /// <summary>How the links have been, one entry for each foot.</summary>
    public IReadOnlyList<LinkQuality> Links => [.. _sensors.Select(s => s.Quality)];

    /// <summary>Asks for something on behalf of a person; the walk hears of it with its next samples. From any thread.</summary>
    /// <param name="request">What; see <see cref="WalkRequests"/>.</param>
    public void Ask(string request)
    {
        _requests.Enqueue(request);
        _signal.Set();
    }

    /// <inheritdoc/>
    public HostTime? HostAt(DeviceTime time) => _merger.Start?.AddSeconds(time.Seconds);

    /// <inheritdoc/>
    public async IAsyncEnumerable<SampleBlock> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (_hasStarted) throw new InvalidOperationException("A walk is walked once.");
        _hasStarted = true;
        _readSince = Now;
        using WalkThread? thread = _thread;
        thread?.Start();
        foreach (FootSensor sensor in _sensors) sensor.News = _signal.Set;
        var tick = TimeSpan.FromSeconds(TickS);
        using ITimer timer = _time.CreateTimer(_ => _signal.Set(), null, tick, tick);
        using CancellationTokenRegistration stopping = cancellationToken.Register(_signal.Set);
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                await _signal.WaitAsync().ConfigureAwait(false);
                TakeIn();
                while (_merger.TryTake(out SampleBlock block)) yield return Measured(block); // whoever receives it owns it
                if (Array.TrueForAll(_sensors, s => s.State == FootSensorState.Failed)) throw _sensors[0].Failure!;
            }

            TakeIn();
            TimeLog?.Invoke(_merger.Now, true);
            _merger.Drain();
            while (_merger.TryTake(out SampleBlock block)) yield return Measured(block);
        }
        finally
        {
            foreach (FootSensor sensor in _sensors) sensor.EndReading();
        }
    }

    private HostTime Now => HostTime.FromTicks(_time.GetTimestamp(), _time.TimestampFrequency);

    /// <summary>What a sensor is, in a sentence.</summary>
    internal static string Describe(Foot foot, string? kind, double? rateHz, ClockClass? clock) => string.Create(CultureInfo.InvariantCulture, $"{foot} sensor: {kind}, {rateHz:0.#} Hz; its clock: {clock switch
    {
        ClockClass.SharedClock => "shared in hardware",
        ClockClass.Timestamps => "timestamps, aligned with this computer's",
        _ => "none, so its samples are counted",
    }}.");

    private void TakeIn()
    {
        NoteFlow();
        while (NextToTake() is { } sensor) _merger.Advance(sensor.TakeNext());

        while (_requests.TryDequeue(out string? request))
        {
            RequestLog?.Invoke(Now, request);
            _merger.Ask(request);
        }

        // The passing of time matters only while something waits for it.
        HostTime now = Now;
        if (!_merger.IsWaiting || now.SecondsSince(_merger.Now) < TickS) return;
        TimeLog?.Invoke(now, false);
        _merger.Advance(now);
    }

    private void NoteFlow()
    {
        foreach (FootSensor sensor in _sensors)
        {
            bool flows = sensor.State == FootSensorState.Streaming;
            if (flows == _flows[(int)sensor.Foot]) continue;
            _flows[(int)sensor.Foot] = flows;
            sensor.Log?.Invoke(SensorInput.Flowing, Now, flows ? 1 : 0, []);
            _merger.SetFlowing(sensor.Foot, flows);
        }
    }

    // The foot whose notification arrived first: while this computer was busy, both feet's have waited.
    private FootSensor? NextToTake()
    {
        FootSensor? next = null;
        HostTime first = default;
        foreach (FootSensor sensor in _sensors)
            if (sensor.NextArrival is { } at && (next is null || at < first)) (next, first) = (sensor, at);
        return next;
    }

    private SampleBlock Measured(SampleBlock block)
    {
        HostTime start = _merger.Start!.Value;
        double nowS = Now.SecondsSince(start), sinceS = _readSince.SecondsSince(start);
        foreach (ref readonly FootedSample sample in block.Samples)
            if (sample.Sample.Time.Seconds > sinceS) Delay.Add(nowS - sample.Sample.Time.Seconds);
        return block;
    }
}
