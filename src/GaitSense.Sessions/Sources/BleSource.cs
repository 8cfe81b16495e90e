using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Streams;
using GaitSense.Walk;

namespace GaitSense.Sessions;

/// <summary>
/// Sensors on the feet, over Bluetooth, as a source: hands their notifications to a walk in the order they arrived, on the walk's own thread. It ends when it is
/// asked to; a foot that is lost comes back by itself, and its absence is a gap.
/// </summary>
public sealed class BleSource : SensorSource, IRealTimeSource
{
    private readonly FootSensor[] _sensors;
    private readonly SensorIntake _intake;
    private readonly TimeProvider _time;
    private readonly WalkThreads? _threads;
    private readonly AsyncSignal _signal = new();
    private HostTime _readSince;
    private bool _hasStarted;

    /// <summary>A walk with sensors that are connected.</summary>
    /// <param name="name">Name of the walk.</param>
    /// <param name="sensors">One or two connected sensors, of different feet. They stay the caller's.</param>
    /// <param name="options">How their streams become one walk.</param>
    /// <param name="time">The clock that the sensors were given too.</param>
    /// <param name="raise">How this system raises the walk's thread before others; null: it runs as any other.</param>
    public BleSource(string name, IReadOnlyList<FootSensor> sensors, BleSourceOptions options, TimeProvider time, RaiseThread? raise = null)
        : this(name, sensors, options, time, WalkThreads.One(time, raise))
    {
    }

    /// <summary>One of many walks with sensors that are connected.</summary>
    /// <param name="name">Name of the walk.</param>
    /// <param name="sensors">One or two connected sensors, of different feet. They stay the caller's.</param>
    /// <param name="options">How their streams become one walk.</param>
    /// <param name="time">The clock that the sensors were given too.</param>
    /// <param name="threads">The threads that it shares with other walks; null: none, all happens within what the clock and the radio call.</param>
    public BleSource(string name, IReadOnlyList<FootSensor> sensors, BleSourceOptions options, TimeProvider time, WalkThreads? threads)
        : base(name, new FeetStreams([.. (sensors ?? throw new ArgumentNullException(nameof(sensors))).OrderBy(s => s.Foot).Select(s => s.Input)]), (options ?? throw new ArgumentNullException(nameof(options))).Walk)
    {
        (Options, _time, _sensors) = (options, time, [.. sensors.OrderBy(s => s.Foot)]);
        _intake = new SensorIntake(_sensors, time);
        Streams.Taken = Measure;
        _threads = threads;
    }

    /// <summary>How the streams become one walk.</summary>
    public BleSourceOptions Options { get; }

    /// <summary>How long samples took from when they were taken to when they were handed on, by the aligned clocks. Those that waited for the walk to begin do not count.</summary>
    public DelayHistogram Delay { get; } = new();

    /// <inheritdoc/>
    public override IReadOnlyList<LinkQuality> Links => [.. _sensors.Select(s => s.Quality)];

    /// <summary>Asks for something on behalf of a person; the walk receives it with its next samples. From any thread.</summary>
    /// <param name="request">What; see <see cref="WalkRequests"/>.</param>
    public void Ask(string request)
    {
        _intake.Ask(request);
        _signal.Set();
    }

    /// <inheritdoc/>
    public HostTime? HostAt(DeviceTime time) => Streams.Start?.AddSeconds(time.Seconds);

    /// <summary>Runs the walk until it is asked to end, on one of its threads.</summary>
    /// <param name="walk">What takes the notifications: a whole walk, or <see cref="Streams"/> alone.</param>
    /// <param name="stop">Ends the walk. What had arrived by then is handed on.</param>
    /// <returns>Why it could not go on; null: it was asked to end.</returns>
    public async Task<GaitSenseException?> RunAsync(IWalkInput walk, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(walk);
        if (_hasStarted) throw new InvalidOperationException("A walk is walked once.");
        _hasStarted = true;
        _readSince = Now;
        WalkThread? thread = _signal.Thread = _threads?.Begin();
        if (thread is not null) await thread.Enter();
        _intake.Begin(_signal.Set);
        // The walk's thread looks at the time by itself, where it sleeps by this clock.
        bool wakesItself = thread is not null && HostClock.IsReal(_time);
        var tick = TimeSpan.FromSeconds(FeetStreams.TickS);
        using ITimer? timer = wakesItself ? null : _time.CreateTimer(_ => _signal.Set(), null, tick, tick);
        using var over = new CancellationTokenSource(Options.DurationS is { } seconds ? TimeSpan.FromSeconds(seconds) : Timeout.InfiniteTimeSpan, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, over.Token);
        using CancellationTokenRegistration stopping = either.Token.Register(_signal.Set);
        try
        {
            while (!either.IsCancellationRequested && !IsOver)
            {
                await _signal.WaitAsync(wakesItself ? thread!.After(tick) : long.MaxValue).ConfigureAwait(false);
                _intake.TakeIn(walk);
                if (_intake.Failure is { } failure) return failure;
            }

            _intake.TakeIn(walk);
            walk.End();
            return null;
        }
        finally
        {
            _intake.End();
            thread?.End();
        }
    }

    // The walk began with the first sample, which may have come before anybody took it in.
    private bool IsOver => Options.DurationS is { } seconds && Streams.Start is { } start && Now.SecondsSince(start) >= seconds;

    private HostTime Now => _intake.Now;

    private void Measure(SampleBlock block)
    {
        if (Streams.Start is not { } start) return;
        double nowS = Now.SecondsSince(start), sinceS = _readSince.SecondsSince(start);
        foreach (ref readonly FootedSample sample in block.Samples)
            if (sample.Sample.Time.Seconds > sinceS) Delay.Add(nowS - sample.Sample.Time.Seconds);
    }
}
