using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text.Json;
using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Plan;
using GaitSense.Feedback.Safety;
using GaitSense.Recording;
using GaitSense.Recording.Files;
using GaitSense.Recording.Session;
using GaitSense.Streams;
using GaitSense.Training.Days;
using GaitSense.Training.Plans;
using GaitSense.Walk;

namespace GaitSense.Browser.Live;

/// <summary>
/// A walk with sensors that the page reaches: the sensors, the streams, the walk, the cues and the recorder of the command line, on the worker's one thread. Sensors are connected for one walk
/// and stay connected by themselves until it ends.
/// </summary>
[SupportedOSPlatform("browser")]
internal sealed class PageWalk : IAsyncDisposable
{
    // What has gathered is kept so often, and the page is told so often how the walk is, s. Each notification takes in what waits; the tick is for when none comes.
    private const double FlushEveryS = 0.5, TellEveryS = 0.2, TickEveryS = 0.1;

    private readonly TimeProvider _time = TimeProvider.System;
    private readonly PageWalkOptions _options;
    private readonly CuePlan? _plan;
    private readonly PageClock _clock;
    private readonly PageRadio _radio;
    private readonly FootSensor[] _sensors;
    private readonly SensorIntake _intake;
    private readonly SessionRecorder _recorder;
    private readonly DoseProgress _dose;
    private readonly PageView _view = new();
    private readonly List<ITimer> _timers = [];
    private LiveWalk? _walk;
    private WalkResults? _results;
    private WalkCues? _cues;
    private PageSound? _sound;
    private CueDelivery? _delivery;
    private CueState? _cueState;
    private bool _isTaking, _hasBegun, _isOver, _isLetGo;
    private long _packets;
    private double _slowestMs;
    private string? _fault;

    private PageWalk(PageWalkOptions options)
    {
        _options = options;
        _plan = options.Plan is { } plan ? CuePlanJson.Read("the page's cue plan", plan) : null;
        if (_plan?.Practice == Practice.Backward && options.LatencyS > OutputLatency.MaxBackwardS)
            throw new GaitSenseException(FormattableString.Invariant($"\"Stop\" would be heard {1000 * options.LatencyS:0} ms after it is known; backward practice needs at most {1000 * OutputLatency.MaxBackwardS:0}. Use the phone's loudspeaker or headphones on a wire."));
        _clock = new PageClock(_time);
        _radio = new PageRadio(_clock);
        _sensors = [.. new[] { (Foot.Left, options.Left), (Foot.Right, options.Right) }.Where(s => s.Item2.Length > 0)
            .Select(s => new FootSensor(s.Item1, s.Item2, _radio, new FootSensorOptions { RateHz = options.RateHz }, _time, runInline: true))];
        if (_sensors.Length == 0) throw new GaitSenseException("No shoe was chosen.");
        _intake = new SensorIntake(_sensors, _time);
        _recorder = new SessionRecorder(new PageStore(options.Folder));
        _dose = new DoseProgress(Offer(options));
        foreach (FootSensor sensor in _sensors)
        {
            sensor.Input.Log = _recorder;
            sensor.StateChanged += (_, _) => Tell();
        }
    }

    /// <summary>The page's Bluetooth.</summary>
    public PageRadio Radio => _radio;

    /// <summary>The page's sound; null: there are no cues.</summary>
    public PageSound? Sound => _sound;

    /// <summary>Connects the shoes. The recording runs from then on, so that the sensors' clocks and rest are known when somebody begins to walk; cues wait for <see cref="Begin"/>.</summary>
    /// <param name="options">What the page asks for.</param>
    /// <param name="made">Is given the walk before anything is connected: notifications need it.</param>
    /// <exception cref="GaitSenseException">A shoe cannot be used (<see cref="PageFailure"/>), or the walk cannot be kept.</exception>
    public static async Task ConnectAsync(PageWalkOptions options, Action<PageWalk> made)
    {
        PageWalk walk = new(options);
        made(walk);
        walk.Every(TellEveryS, walk.Tell);
        // The first that fails is told at once: nobody waits for the other one's last attempt.
        await foreach (Task done in Task.WhenEach(walk._sensors.Select(ConnectAsync)).ConfigureAwait(false)) await done.ConfigureAwait(false);
        walk.Open();
    }

    private static async Task ConnectAsync(FootSensor sensor)
    {
        try
        {
            await sensor.ConnectAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (GaitSenseException e)
        {
            throw PageFailure.Of(sensor.Foot, e);
        }
    }

    /// <summary>Somebody begins to walk: cues may come.</summary>
    public void Begin()
    {
        if (_walk is null) throw new GaitSenseException("The shoes are not connected yet.");
        if (_hasBegun) return;
        _hasBegun = true;
        _dose.StartAnew(); // steps on the way to where somebody walks, in shoes that are ready, are no practice
        _view.StartAnew();
        if (_options.ChecklistConfirmed) Ask(WalkRequests.ConfirmChecklist);
        Ask(WalkRequests.GoOnWithCues);
        Tell();
    }

    /// <summary>A person asks for something (<see cref="WalkRequests"/>).</summary>
    public void Ask(string request)
    {
        if (request is WalkRequests.GoOnWithCues) _dose.GoOn();
        _intake.Ask(request);
        TakeIn();
    }

    /// <summary>How far the walk is.</summary>
    public PageWalkEnd Progress() => EndOf(_view.Samples);

    /// <summary>A notification came.</summary>
    public void Notify(int link, int channel, ReadOnlySpan<byte> value, double atMs)
    {
        long began = Stopwatch.GetTimestamp();
        _radio.Notify(link, channel, value, atMs);
        _packets++;
        _slowestMs = Math.Max(_slowestMs, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }

    /// <summary>Ends the walk: what had come is decided and kept, the shoes are let go.</summary>
    public async Task<PageWalkEnd> EndAsync()
    {
        StopTimers();
        long samples = 0;
        if (_walk is { } walk)
        {
            TakeIn();
            _isOver = true;
            walk.End();
            samples = walk.Complete().Samples;
        }

        await LetGoAsync().ConfigureAwait(false);
        Tell();
        return EndOf(samples);
    }

    private PageWalkEnd EndOf(long samples) =>
        new() { WalkedS = _dose.WalkedS, Steps = _view.Steps, Strides = _view.Strides, BackwardM = _dose.BackwardM, Lengths = _dose.Lengths, Samples = samples, StorageProblem = _recorder.Failure?.Message };

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        StopTimers();
        await LetGoAsync().ConfigureAwait(false);
        _walk?.Dispose();
        _results?.Dispose();
        _cues?.Dispose();
        _delivery?.Dispose();
    }

    // The shoes and the kept files; once.
    private async Task LetGoAsync()
    {
        _isOver = true;
        if (_isLetGo) return;
        _isLetGo = true;
        _intake.End();
        _recorder.Dispose();
        foreach (FootSensor sensor in _sensors) await sensor.DisposeAsync().ConfigureAwait(false);
        await _radio.DisposeAsync().ConfigureAwait(false);
    }

    private void Open()
    {
        FeetStreams streams = new([.. _sensors.Select(s => s.Input)]) { Log = _recorder };
        PageSource source = new(_sensors, streams);
        // A shoe is called by its foot: what the browser calls it says who made it and is no name of this person's either, but nobody needs it.
        _recorder.Begin(source.ToManifest(_time.GetUtcNow(), _options.Zone, _intake.Now, new SessionPerson(), f => $"shoe-{Words.Of(f)}", _plan) with { Source = _options.Simulated ? RecordingOrigin.Simulated : null }, () => source.Links);
        if (_plan is not null)
        {
            _delivery = new CueDelivery();
            _sound = new PageSound(source.HostAt, _clock, _delivery);
            _cues = new WalkCues(_plan, source.Walk, [_sound, _delivery]) { Published = state => _cueState = state };
        }

        List<IWalkObserver> observers = [_recorder, _dose, _view];
        if (_cues is not null) observers.Add(_cues);
        if (_options.Results is { } folder) observers.Add(_results = new WalkResults(new FolderStore(folder), _cues));
        _walk = new LiveWalk(source, observers, streams);
        if (_plan is not null) _intake.Ask(WalkRequests.StopCues);
        _recorder.Flush();
        _intake.Begin(TakeIn);
        Every(TickEveryS, TakeIn);
        Every(FlushEveryS, _recorder.Flush);
        TakeIn();
    }

    // News may come while something is taken in: a question for the time is answered within the call that asks.
    private void TakeIn()
    {
        if (_isTaking || _isOver || _walk is null) return;
        _isTaking = true;
        try
        {
            _intake.TakeIn(_walk);
        }
        finally
        {
            _isTaking = false;
        }
    }

    private void Every(double seconds, Action act)
    {
        var every = TimeSpan.FromSeconds(seconds);
        _timers.Add(_time.CreateTimer(_ => Guarded(act), null, every, every));
    }

    // What escapes from a timer ends the runtime, and with it the walk. A fault is told, once, and what was walked until then is kept: the page ends the walk.
    private void Guarded(Action act)
    {
        if (_fault is not null) return;
        try
        {
            act();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            _fault = e.Message;
            PageCalls.Fault(e.ToString());
        }
    }

    private void StopTimers()
    {
        foreach (ITimer timer in _timers) timer.Dispose();
        _timers.Clear();
    }

    private void Tell()
    {
        PageState state = new()
        {
            Shoes = new PageShoes(Shoe(Foot.Left), Shoe(Foot.Right)),
            Phase = _isOver ? "ended" : _walk is null ? "connecting" : _hasBegun ? "walking" : "ready",
            WalkedS = _dose.WalkedS,
            LeftS = _options.Minutes is { } minutes ? Math.Max(0, (60 * minutes) - _dose.WalkedS) : null,
            BackwardM = _dose.BackwardM ?? 0,
            LengthsLeft = _dose.LengthsLeft,
            Steps = _view.Steps,
            Cadence = _view.CadenceStepsPerMin,
            Direction = _view.Direction is { } direction ? Words.InFiles(direction) : null,
            RestDue = _dose.IsRestDue,
            Done = _dose.IsDone,
            Cues = Cues(),
            Storage = new PageStorage(_recorder.WrittenBytes, _recorder.Failure?.Message),
            Packets = _packets,
            SlowestMs = _slowestMs,
        };
        PageCalls.State(JsonSerializer.Serialize(state, PageJson.Default.PageState));
    }

    private PageCues Cues() => (_plan, _cueState?.Silence) switch
    {
        (null, _) => new("none", null, ""),
        (_, null or SilenceReason.None) => new("on", null, ""),
        (_, { } why) => new("silent", Words.InFiles(why), SilenceWords.Of(why, _options.Language)),
    };

    private PageShoe Shoe(Foot foot) => _sensors.FirstOrDefault(s => s.Foot == foot) is { } sensor
        ? new PageShoe
        {
            State = Words.InFiles(sensor.State),
            Words = sensor.State == FootSensorState.Streaming ? "" : sensor.Failure?.Message ?? "",
            Battery = sensor.Quality.BatteryPercent,
            Rssi = sensor.Quality.RssiDbm,
        }
        : PageShoe.None;

    private static OfferedSession? Offer(PageWalkOptions options) => options is { Minutes: null, Lengths: null } ? null : new OfferedSession
    {
        PlanId = Guid.Empty,
        SlotId = Guid.Empty,
        Task = options.Lengths is null ? TrainingTask.ComfortableWalk : TrainingTask.Backward,
        Place = Place.Home,
        Minutes = options.Minutes,
        MinutesBetweenRests = options.RestAfter,
        RestMinutes = options.Rest,
        Lengths = options.Lengths,
        PathM = options.PathM,
    };
}
