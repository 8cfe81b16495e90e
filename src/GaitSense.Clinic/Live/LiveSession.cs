using GaitSense.Clinic.Walks;
using GaitSense.Core;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;
using GaitSense.Training.Texts;
using GaitSense.Walk;

namespace GaitSense.Clinic.Live;

/// <summary>One session that walks here, and the pages that watch it. The walk waits for no page.</summary>
internal sealed partial class LiveSession : IAsyncDisposable
{
    // Things that may wait for the view: some seconds of two feet.
    private const int MaxWaiting = 4096;

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(0.5), WatchWait = TimeSpan.FromSeconds(2), StorePatience = TimeSpan.FromMinutes(1), StoreAgain = TimeSpan.FromSeconds(1);

    private readonly LiveSetup _setup;
    private readonly LiveStart _start;
    private readonly PersonWalk _walk;
    private readonly LiveSource _source;
    private readonly LiveWatchers _watchers;
    private readonly Catalogue _texts;
    private readonly CancellationTokenSource _stop = new();
    private readonly string _kind;
    private Func<Snapshot, Snapshot>? _view;
    private Action<string>? _ask;
    private Snapshot? _last;
    private StopReason _why;
    private Task _keeping = Task.CompletedTask;

    /// <summary>A session that has begun in the store.</summary>
    /// <param name="setup">The server and its computer.</param>
    /// <param name="start">What was asked for, and what the day lets.</param>
    /// <param name="walk">The session of the person.</param>
    /// <param name="source">Where its samples come from.</param>
    public LiveSession(LiveSetup setup, LiveStart start, PersonWalk walk, LiveSource source)
    {
        (_setup, _start, _walk, _source) = (setup, start, walk, source);
        _texts = Catalogue.Of(start.Language);
        _kind = start.Test?.Test.Name ?? SessionKind.KeyOf(walk.Session);
        _watchers = new LiveWatchers(setup, Snapshot, IsBackward, () => Stop(StopReason.Interrupted, "nobody watched: a walk backward stops"));
    }

    /// <summary>Its id.</summary>
    public Guid Id => _walk.Session.Id;

    /// <summary>Whose.</summary>
    public Guid PersonId => _walk.Person.Id;

    /// <summary>Stops it without a sign-in.</summary>
    public string StopToken { get; } = LiveToken.New();

    /// <summary>The timed test; null: a walk, or it has not begun yet.</summary>
    public LiveTest? Test { get; private set; }

    /// <summary>The walk's clock; null: it has not begun yet.</summary>
    public WalkClock? Clock { get; private set; }

    /// <summary>What came of it; null: it goes on.</summary>
    public EndedEvent? Ended { get; private set; }

    /// <summary>Ends when it has ended and is kept.</summary>
    public Task Completion { get; private set; } = Task.CompletedTask;

    /// <summary>"connecting", "running", "ended".</summary>
    public string State => Ended is not null ? "ended" : Clock is null ? "connecting" : "running";

    /// <summary>Its row in a list.</summary>
    public LiveRow Row => new(Id, PersonId, _walk.Person.Code, _kind, _walk.Session.Start, State, _setup.Node);

    private bool IsBackward => _walk.Session.Task == TrainingTask.Backward;

    /// <summary>Begins to walk.</summary>
    /// <param name="ended">Called when it has ended and is kept.</param>
    public void Begin(Action<LiveSession> ended) => Completion = Task.Run(async () =>
    {
        await RunAsync().ConfigureAwait(false);
        ended(this);
    });

    /// <summary>A page begins to watch.</summary>
    public Snapshot Watch(LiveWatcher watcher)
    {
        _watchers.Add(watcher);
        if (Test is { } test) watcher.Tell("test", test.View());
        if (Ended is { } ended) watcher.Tell("ended", ended);
        return Snapshot();
    }

    /// <summary>A page watches no longer.</summary>
    public ValueTask UnwatchAsync(string connection) => _watchers.RemoveAsync(connection);

    /// <summary>A page says that it is there.</summary>
    public void Heard(string connection) => _watchers.Heard(connection);

    /// <summary>Ends it; what was walked is kept.</summary>
    /// <param name="why">Why.</param>
    /// <param name="said">What those who watch are told; null: nothing.</param>
    public void Stop(StopReason why, string? said = null)
    {
        if (_stop.IsCancellationRequested || Ended is not null) return;
        _why = why;
        if (said is not null) Notice("stopped", said);
        _stop.Cancel();
    }

    /// <summary>Asks something of the walk (<see cref="WalkRequests"/>).</summary>
    public string? Ask(string request)
    {
        if (_ask is not { } ask) return "the walk cannot be asked for that";
        ask(request);
        return null;
    }

    /// <summary>Something that was said of it, before or after.</summary>
    public void Take(SelfReport said) => _walk.Take(said);

    /// <summary>How it is now.</summary>
    public Snapshot Snapshot()
    {
        Snapshot begun = new()
        {
            Session = Id,
            Person = PersonId,
            Code = _walk.Person.Code,
            Kind = _kind,
            State = State,
            TimeS = 0,
            Backward = IsBackward,
            IsWalking = false,
            Direction = Words.Of(WalkingDirection.Unknown),
            Steps = 0,
            Strides = 0,
            WalkedS = _walk.Progress.WalkedS,
            MinutesLeft = MinutesLeft(),
            Feet = new BothFeetView(_source.View(Foot.Left, BothFeet.InOrder), _source.View(Foot.Right, BothFeet.InOrder)),
            Cues = HasCues ? new CuesView("silent", null, null) : null,
            Warnings = [.. _source.Warnings().Select(_texts.Said)],
            Simulated = _source.Kind == Training.Records.SessionSource.Simulation,
        };
        return Volatile.Read(ref _view) is { } view ? view(begun) : _last is { } last ? last with { State = State, IsWalking = false } : begun;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _watchers.DisposeAsync().ConfigureAwait(false);
        _stop.Dispose();
    }

    private bool HasCues => _start.Test is null && _start.Request.Cues;

    private double? MinutesLeft() => _walk.Offer is { Minutes: { } dose } ? Math.Max(0, dose - (_walk.Progress.WalkedS / 60))
        : _walk.Offer is null && _start.Test is null && _start.Request.Minutes is { } minutes ? Math.Max(0, minutes - ((Clock?.SampleS ?? 0) / 60)) : null;

    /// <summary>Tells those who watch something. Returns at once.</summary>
    internal void Tell(string method, object what) => _watchers.Tell(method, what);

    private void Notice(string kind, string text) => Tell("notice", new NoticeEvent(Id, kind, _texts.Said(text), Math.Round(Clock?.SampleS ?? 0, 3)));
}
