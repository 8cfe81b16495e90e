using GaitSense.Clinic.Timed;
using GaitSense.Clinic.Walks;
using GaitSense.Core;
using GaitSense.Feedback.Plan;
using GaitSense.Sessions;
using GaitSense.Storage;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;
using GaitSense.Training.Texts;
using GaitSense.Training.TimedTests;
using GaitSense.Training.Verdicts;
using GaitSense.Walk;

namespace GaitSense.Clinic.Live;

/// <summary>One session that walks here, and the pages that watch it. The walk waits for no page.</summary>
internal sealed class LiveSession : IAsyncDisposable
{
    // Things that may wait for the view: some seconds of two feet.
    private const int MaxWaiting = 4096;

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(0.5), SnapshotEvery = TimeSpan.FromMilliseconds(100), WatchWait = TimeSpan.FromSeconds(2);

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
        _watchers = new LiveWatchers(setup, IsBackward, () => Stop(StopReason.Interrupted, "nobody watched: a walk backward stops"));
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
            IsWalking = false,
            Direction = Words.Of(WalkingDirection.Unknown),
            Steps = 0,
            Strides = 0,
            WalkedS = _walk.Progress.WalkedS,
            MinutesLeft = MinutesLeft(),
            Feet = new BothFeetView(_source.View(Foot.Left, BothFeet.InOrder), _source.View(Foot.Right, BothFeet.InOrder)),
            Cues = HasCues ? new CuesView("silent", null, null) : null,
            Warnings = [.. _source.Warnings()],
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

    private void Notice(string kind, string text) => Tell("notice", new NoticeEvent(Id, kind, text, Math.Round(Clock?.SampleS ?? 0, 3)));

    private async Task RunAsync()
    {
        IReadOnlyList<string> lines;
        try
        {
            await using (_source.ConfigureAwait(false))
            {
                // A walk that goes as fast as it can would be over before anybody looks.
                if (_start.Request.IsFast) await _watchers.FirstAsync(WatchWait, _stop.Token).ConfigureAwait(false);
                await WalkAsync().ConfigureAwait(false);
            }

            await _keeping.ConfigureAwait(false);
            SessionStatus status = _walk.Outcome;
            await _walk.CompleteAsync(status, status == SessionStatus.CutOff ? StopReason.Technical : status == SessionStatus.EndedEarly ? _why : StopReason.None, []).ConfigureAwait(false);
            lines = await LinesAsync().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // Whatever ended it, its person is free again.
            lines = [InWords(e)];
        }

        try
        {
            await _walk.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            lines = [.. lines, "the session is not kept as it ended: " + InWords(e)];
        }

        Ended = new EndedEvent(Id, Words.InFiles(_walk.Session.Status), lines);
        if (Test is { } test) Tell("test", test.View());
        _watchers.Tell(Snapshot());
        Tell("ended", Ended);
        await _watchers.EndAsync().ConfigureAwait(false);
    }

    private static string InWords(Exception failure) => failure switch
    {
        OperationCanceledException => "stopped before the walk began",
        GaitSenseException or IOException or UnauthorizedAccessException => failure.Message,
        _ => $"a fault of the program ended the walk ({failure.GetType().Name})",
    };

    private async Task WalkAsync()
    {
        CancellationToken stop = _stop.Token;
        string language = _start.Language == Language.German ? "de" : "en";
        CuePlan? plan = HasCues ? LiveCues.PlanOf(_walk.Offer, _start.Request.Minutes, _start.Day.Request.History, language) : null;
        IDeskSound? sound = _start.Request.Sound is "desk" ? _setup.Sound : null;
        if (_start.Request.Sound is "desk" && sound is null && plan is not null) Notice("sound", "no sound here: cues are shown only");
        using LiveCues? cues = plan is null ? null : await LiveCues.PrepareAsync(Id, plan, sound, Tell, stop).ConfigureAwait(false);
        IWalkSource source = await _source.OpenAsync(_start.Test?.Test.Id ?? "walk", _walk.RecordTo, _walk.Person.Code, plan, stop).ConfigureAwait(false);
        bool isConfirmed = _start.Request.ChecklistConfirmed;
        WalkCues? heard = cues?.For(source, isConfirmed);
        WalkClock clock = new(source, _source.Time, _source.Time is HurriedTime { Factor: var hurry } ? hurry : 1);
        LiveTest? test = _start.Test is { } setting ? TestOf(setting, source, clock) : null;
        using WalkResults results = new(directory: null, heard) { EndsItself = () => !stop.IsCancellationRequested }; // by its dose, or its test's end
        await using WalkFeed feed = new(MaxWaiting, source is IRealTimeSource ? FeedOverflow.DropOldest : FeedOverflow.Wait);
        if (heard is not null) heard.Published = feed.OnCues;
        using LiveView view = new(Id, feed, source, language, Tell);
        _ask = source switch
        {
            BleSource sensors => sensors.Ask,
            PacedSource paced => paced.Ask,
            _ => null,
        };
        if (isConfirmed && source is BleSource) _ask!(WalkRequests.ConfirmChecklist);
        if (_walk.Offer is { } offer && OfferText.Rests(offer, _texts) is { } rests) _walk.RestDue = () => Notice("rest", rests);
        Volatile.Write(ref _view, begun => view.On(begun, clock.SampleS, foot => _source.View(foot, source.Feet)));
        (Clock, Test) = (clock, test);
        if (test is not null) Tell("test", test.View());
        await using (_setup.Time.CreateTimer(_ => Show(), null, SnapshotEvery, SnapshotEvery).ConfigureAwait(false))
        {
            WalkEnd end = await WalkToEndAsync(source, clock, test, [heard, _source.Recording?.Recorder, results, test, _walk.Observer, clock, feed], stop).ConfigureAwait(false);
            _walk.Take(results.Summary, end);
        }

        _last = Snapshot();
        Volatile.Write(ref _view, null);
        _ask = null;
    }

    private async Task<WalkEnd> WalkToEndAsync(IWalkSource source, WalkClock clock, LiveTest? test, IReadOnlyList<IWalkObserver?> told, CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop, _walk.DoseDone);
        if (test is not null) _ = test.Over.ContinueWith(_ => over.Cancel(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        await using ITimer passing = _source.Time.CreateTimer(_ => test?.Pass(clock.Now), null, Tick, Tick);
        WalkEnd end = await new WalkRunner(source, [.. told.OfType<IWalkObserver>()], new WalkRunnerOptions()).RunAsync(over.Token).ConfigureAwait(false);
        if (test is null) return end;
        test.SamplesEnded();
        // Whoever has still to look at a trial may take their time.
        if (test.AwaitsReview && !stop.IsCancellationRequested) await Task.WhenAny(test.Over, Task.Delay(Timeout.InfiniteTimeSpan, stop)).ConfigureAwait(false);
        test.End(stop.IsCancellationRequested ? "stopped at the desk" : end.Failure is not null ? "the sensors failed" : "the samples ended");
        _walk.Take(ResultOf(test));
        return end;
    }

    private LiveTest TestOf(TestSetting setting, IWalkSource source, WalkClock clock)
    {
        TestConductOptions options = new(setting, TestScripts.Of(_start.Language), () => Guid.CreateVersion7(_setup.Time.GetUtcNow()))
        {
            Course = _source.Course,
            Truth = _source.Course is { } course ? course.At : null,
            Kept = trial => _keeping = KeepAsync(_keeping, trial), // one at a time: the test holds its lock
            Marked = _source.Recording is { } recording ? recording.Mark : null,
        };
        return new LiveTest(Id, options, source, clock, _texts, Tell);
    }

    private TestResult ResultOf(LiveTest test) => test.Result with { IsSimulated = _source.Kind == Training.Records.SessionSource.Simulation };

    private async Task KeepAsync(Task before, Trial trial)
    {
        // The walk's thread waits for no disk.
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            await _walk.KeepAsync(trial).ConfigureAwait(false);
        }
        catch (StoreException e)
        {
            Notice("store", $"{e.Message}; the trial is kept with the session");
        }
    }

    private void Show()
    {
        if (_watchers.Any) _watchers.Tell(Snapshot());
    }

    private async Task<IReadOnlyList<string>> LinesAsync()
    {
        IReadOnlyList<string> warnings = _walk.Summary?.Warnings ?? [];
        if (Test is not { } test) return [_texts.Walker("after.walked", Math.Round(_walk.Progress.WalkedS / 60, 1), _walk.Summary?.Totals.Steps ?? 0), .. warnings];
        TestResult result = ResultOf(test);
        List<string> lines = [.. TestLines.Of(result)];
        if (result.Summary is { } summary)
        {
            IReadOnlyList<Session> sessions = await _start.Store.Sessions.ListAsync(PersonId).ConfigureAwait(false);
            lines.AddRange(EarlierResults.Lines(result.Setting, summary.Definition, sessions, _walk.Session, await _start.Store.Statements.CurrentAsync(CancellationToken.None).ConfigureAwait(false)));
        }

        return [.. lines, .. warnings];
    }
}
