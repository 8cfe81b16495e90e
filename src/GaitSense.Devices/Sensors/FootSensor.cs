using GaitSense.Core;
using GaitSense.Protocol;
using GaitSense.Streams;

namespace GaitSense.Devices;

/// <summary>
/// One foot's sensor over Bluetooth: connects, finds out what it is, configures and starts it, keeps its clock aligned, and connects again when the
/// link is lost or the sensor falls silent. Packets wait in a bounded queue until the one thread that owns the walk polls; everything
/// else happens on the thread pool. The other foot notices nothing.
/// </summary>
public sealed partial class FootSensor : IAsyncDisposable
{
    private const int QueueCapacity = 512;
    private const double EarlyS = 60;
    private const double HealthEveryS = 30;
    private const double MaxStopS = 1;

    // Where that much time went by, a person has heard enough of "trying again".
    private const double MaxFirstS = 25;

    // A sensor that is in range is connected within a second or two.
    private const double ReachableS = 6;

    private readonly IBleCentral _central;
    private readonly FootSensorOptions _options;
    private readonly TimeProvider _time;
    private readonly NotificationQueue _queue = new(QueueCapacity);
    private readonly CancellationTokenSource _stop = new();
    private readonly bool _runInline;
    private DialogueDriver? _driver;
    private SensorPort? _port;
    private Task _supervision = Task.CompletedTask;
    private Action? _news;
    private long _readSince;
    private uint _chance;
    private int _reconnects, _rssi = int.MinValue, _battery = -1, _state;

    /// <summary>A sensor that is not connected yet.</summary>
    /// <param name="foot">The foot it is worn on.</param>
    /// <param name="deviceId">Its address, as a scan says it.</param>
    /// <param name="central">The radio.</param>
    /// <param name="options">What is asked of it.</param>
    /// <param name="time">The clock to wait by; its timestamps are those of the radio's notifications.</param>
    public FootSensor(Foot foot, string deviceId, IBleCentral central, FootSensorOptions options, TimeProvider time)
        : this(foot, deviceId, central, options, time, runInline: false)
    {
    }

    /// <summary>A sensor on a virtual clock, where all happens on the one thread that moves it.</summary>
    /// <param name="foot">The foot it is worn on.</param>
    /// <param name="deviceId">Its address.</param>
    /// <param name="central">The radio.</param>
    /// <param name="options">What is asked of it.</param>
    /// <param name="time">The clock.</param>
    /// <param name="runInline">Whether what waits for a notification goes on within it.</param>
    public FootSensor(Foot foot, string deviceId, IBleCentral central, FootSensorOptions options, TimeProvider time, bool runInline)
    {
        ArgumentNullException.ThrowIfNull(deviceId);
        ArgumentNullException.ThrowIfNull(central);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        (DeviceId, _central, _options, _time, _runInline) = (deviceId, central, options, time, runInline);
        Input = new FootInput(foot);
        // Another rhythm of questions for each foot, and the same in every run.
        _chance = (uint)foot + 1;
    }

    /// <summary>The foot it is worn on.</summary>
    public Foot Foot => Input.Foot;

    /// <summary>Its address; another one once it was found again there (<see cref="FootSensorOptions.FindAgain"/>).</summary>
    public string DeviceId { get; private set; }

    /// <summary>What kind of sensor it is, for people; null before the first connection.</summary>
    public string? Kind => Input.Kind?.Name;

    /// <summary>How it tells the time; null before the first connection.</summary>
    public ClockClass? Clock => Input.Kind?.Clock;

    /// <summary>Samples a second by its own word, Hz; null before the first connection.</summary>
    public double? RateHz => Input.Kind is { } kind ? 1 / kind.PeriodS : null;

    /// <summary>What it is doing. May be read from any thread.</summary>
    public FootSensorState State => (FootSensorState)Volatile.Read(ref _state);

    /// <summary>Why the last connection ended or the last attempt failed; null where all is well.</summary>
    public GaitSenseException? Failure { get; private set; }

    /// <summary>Raised on some thread whenever <see cref="State"/> has changed. Handlers must return quickly.</summary>
    public event EventHandler? StateChanged;

    /// <summary>Called on some thread when there is something to take. Must return at once and not throw. From when it is set on, samples are expected to be taken.</summary>
    public Action? News
    {
        get => _news;
        set => (_readSince, _news) = (_time.GetTimestamp(), value);
    }

    /// <summary>Whether samples came in this connection, as far as anybody has looked.</summary>
    public bool Delivers => News is null || _port is { LastSamplesAt: > 0 };

    /// <summary>What the sensor tells, without its radio: where a log listens, and what a walk's <see cref="FeetStreams"/> are made of.</summary>
    public FootInput Input { get; }

    /// <summary>
    /// Connects for the first time, in several attempts if need be (<see cref="FootSensorState.Waiting"/> between them), and starts the stream; from then on it stays connected by
    /// itself until disposed.
    /// </summary>
    /// <exception cref="BleException">It could not be done.</exception>
    /// <exception cref="SensorRefusedException">The sensor was reached and cannot be used.</exception>
    public async Task ConnectAsync(CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stop.Token);
        long began = _time.GetTimestamp();
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                _supervision = SuperviseAsync(await OpenAsync(Patience.ConnectTimeoutS, either.Token).ConfigureAwait(false));
                return;
            }
            catch (BleException e) when (IsWorthAnotherAttempt(e) && attempt < Patience.FirstAttempts && _time.GetElapsedTime(began).TotalSeconds < MaxFirstS)
            {
                Failure = e;
                Enter(FootSensorState.Waiting);
            }
            catch (GaitSenseException e)
            {
                Failure = e;
                Enter(FootSensorState.Failed);
                throw;
            }

            await Task.Delay(TimeSpan.FromSeconds(attempt * 0.5), _time, either.Token).ConfigureAwait(false);
        }
    }

    /// <summary>When the notification that is next arrived; null where none waits. Called by the one thread that owns the walk, as what follows.</summary>
    public HostTime? NextArrival => Input.Kind is not null && _queue.TryPeek(out _, out _, out long timestamp) ? HostTime.FromTicks(timestamp, _time.TimestampFrequency) : null;

    /// <summary>Hands on the notification that is next; there must be one (<see cref="NextArrival"/>).</summary>
    /// <param name="walk">The walk.</param>
    public void PushNext(IWalkInput walk)
    {
        ArgumentNullException.ThrowIfNull(walk);
        if (!_queue.TryPeek(out int channel, out ReadOnlySpan<byte> value, out long timestamp)) return;
        SensorMessage message = walk.Push(Foot, channel, value, HostTime.FromTicks(timestamp, _time.TimestampFrequency));
        _queue.Advance();
        if (message != SensorMessage.Samples) _driver!.Note(channel, message);
        else if (_port!.ObserveSamples(timestamp)) StateChanged?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Polling has ended: what still comes is not part of this walk.</summary>
    public void EndReading()
    {
        News = null;
        _queue.Close();
    }

    /// <summary>Stops the sensor and disconnects.</summary>
    public ValueTask DisposeAsync()
    {
        _stop.Cancel();
        return EndAsync();
    }

    private async ValueTask EndAsync()
    {
        await _supervision.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Enter(FootSensorState.Idle);
        _stop.Dispose();
    }

    private HostTime Now => HostTime.FromTicks(_time.GetTimestamp(), _time.TimestampFrequency);

    private async Task<IBleLink> OpenAsync(double reachS, CancellationToken cancellationToken)
    {
        Enter(FootSensorState.Connecting);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(Patience.ConnectTimeoutS), _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        IBleLink? link = null;
        try
        {
            link = await ReachAsync(reachS, either.Token).ConfigureAwait(false);
            Enter(FootSensorState.Preparing);
            var port = _port = new SensorPort(link, _queue, _time, () => News?.Invoke(), _runInline);
            _driver ??= new DialogueDriver(await FindProfileAsync(port, either.Token).ConfigureAwait(false), Input);
            SensorKind kind = await _driver.OpenAsync(port, _options, either.Token).ConfigureAwait(false);
            for (int i = 0; kind.AnswersTime && i < Patience.ExchangesAtStart; i++)
            {
                await _driver.AskTimeAsync(port, either.Token).ConfigureAwait(false);
                await Task.Delay(TimeSpan.FromSeconds(0.03 + (0.03 * NextChance())), _time, either.Token).ConfigureAwait(false);
            }

            port.Open(_time.GetTimestamp());
            await _driver.StartAsync(port, either.Token).ConfigureAwait(false);
            Failure = null;
            Enter(FootSensorState.Streaming);
            return link;
        }
        catch (Exception e)
        {
            if (e is BleException { Failure: BleFailure.ServiceMissing }) link?.DistrustServices();
            if (link is not null) await link.DisposeAsync().ConfigureAwait(false);
            if (e is OperationCanceledException && patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
                throw new BleException(BleFailure.Timeout, DeviceId, detail: null, e);
            throw;
        }
    }

    private async Task<SensorProfile> FindProfileAsync(SensorPort port, CancellationToken cancellationToken)
    {
        foreach (SensorProfile profile in _options.Profile is { } known ? [known] : SensorProfiles.All)
            if (await DialogueDriver.IsPresentAsync(profile, port, cancellationToken).ConfigureAwait(false)) return profile;
        throw new BleException(BleFailure.ServiceMissing, DeviceId, "no sensor that GaitSense knows");
    }

    private async Task StopSensorAsync()
    {
        // The link may be gone already; the sensor stops by itself then.
        Task stopping = _driver!.StopAsync(_port!, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(MaxStopS), _time);
        await stopping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private Task Pause(double seconds) => Task.Delay(TimeSpan.FromSeconds(seconds), _time, _stop.Token);

    // Numerical Recipes' quick and dirty generator: all it has to do is not to keep step with the radio.
    private double NextChance() => (_chance = (_chance * 1664525) + 1013904223) / 4294967296.0;

    private void Enter(FootSensorState state)
    {
        if (Interlocked.Exchange(ref _state, (int)state) != (int)state) StateChanged?.Invoke(this, EventArgs.Empty);
    }
}
