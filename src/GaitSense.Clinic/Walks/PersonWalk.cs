using System.Globalization;
using GaitSense.Analysis.Summary;
using GaitSense.Analysis.Walks;
using GaitSense.Clinic.Timed;
using GaitSense.Core;
using GaitSense.Storage;
using GaitSense.Training.Days;
using GaitSense.Training.Gates;
using GaitSense.Training.People;
using GaitSense.Training.Records;
using GaitSense.Training.Texts;
using GaitSense.Training.TimedTests;
using GaitSense.Training.Verdicts;
using GaitSense.Training.Volume;
using GaitSense.Walk;
using SessionSource = GaitSense.Training.Records.SessionSource;

namespace GaitSense.Clinic.Walks;

/// <summary>
/// A walk of a person of the store, for whoever leads it: a terminal, a page. The session begins where the day lets it, is heard of while it goes, ends with its dose, and is kept with what
/// was measured whatever happens. It says nothing itself. Thread-safe.
/// </summary>
public sealed class PersonWalk : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1), Beat = TimeSpan.FromSeconds(30);

    // Standing at both ends of a simulated walk.
    private const double MarginS = 5;

    private readonly TrainingStore _store;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _done = new();
    private readonly DoseWatch _watch;
    private readonly TestSetting? _asked;
    private readonly Lock _gate = new();
    private readonly List<Trial> _kept = [];
    private ITimer? _timer, _heart;
    private TestResult? _test;
    private bool _restSaid;

    private PersonWalk(TrainingStore store, WalkDay day, Session session, TimeProvider time)
    {
        (_store, _time, _asked, Person, Offer, Session) = (store, time, day.Test, day.Person, day.Offer, session);
        Progress = new DoseProgress(Offer);
        _watch = new DoseWatch(Progress, _done);
        RecordTo = RecordingOf(store, session.Id);
    }

    /// <summary>Whose.</summary>
    public Person Person { get; }

    /// <summary>What the plan offers today; null: a walk beside the plan.</summary>
    public OfferedSession? Offer { get; }

    /// <summary>The session as far as it is known.</summary>
    public Session Session { get; private set; }

    /// <summary>What was walked so far.</summary>
    public DoseProgress Progress { get; }

    /// <summary>Observes the walk.</summary>
    public IWalkObserver Observer => _watch;

    /// <summary>The planned dose was walked.</summary>
    public CancellationToken DoseDone => _done.Token;

    /// <summary>A folder for the recording, until the store has it; the store's disk, and its rights.</summary>
    public string RecordTo { get; }

    /// <summary>What came of the walk, in numbers; null: nothing yet, or it failed.</summary>
    public WalkSummary? Summary { get; private set; }

    /// <summary>How the walk ended; null: it has not.</summary>
    public WalkEnd? End { get; private set; }

    /// <summary>Whether it ended before its dose was walked, or its test was over, or before it began.</summary>
    public SessionStatus Outcome
    {
        get
        {
            bool isStopped = _test is { } test ? !test.IsOver : End is { Interrupted: true } && !Progress.IsDone;
            return EndRule.StatusOf(End is { Samples: > 0 }, End is { Failure: not null }, isStopped, Offer is not null && !Progress.IsDone);
        }
    }

    /// <summary>Called, on a timer's thread, when a seated rest is due, once for each. Null: nobody is told.</summary>
    public Action? RestDue { get; set; }

    /// <summary>Where a session's walk is recorded until the store has it.</summary>
    public static string RecordingOf(TrainingStore store, Guid session)
    {
        ArgumentNullException.ThrowIfNull(store);
        return Path.Combine(store.Location.Folder, "walking", session.ToString("N"));
    }

    /// <summary>How long a simulated walk of an offer lasts at least, s; null: the walk's own length.</summary>
    public static double? DurationS(OfferedSession? offer) => offer?.Minutes is { } minutes ? (60 * minutes) + MarginS : null;

    /// <summary>What a session says of the program.</summary>
    public static string Software() => string.Create(CultureInfo.InvariantCulture, $"{WalkContext.LibraryVersion}+{WalkContext.LibraryCommit}, algorithm {Algorithm.Version}");

    /// <summary>The session of a day, before it begins.</summary>
    /// <param name="day">The day, which lets it.</param>
    /// <param name="source">Where its samples come from.</param>
    /// <param name="now">Now.</param>
    /// <param name="before">What the person said before it.</param>
    public static Session Draft(WalkDay day, SessionSource source, DateTimeOffset now, IReadOnlyList<SelfReport> before)
    {
        ArgumentNullException.ThrowIfNull(day);
        return new Session
        {
            Id = Guid.CreateVersion7(now),
            PersonId = day.Person.Id,
            PlanId = day.Offer?.PlanId,
            SlotId = day.Offer?.SlotId,
            Task = day.Task,
            Start = now,
            Zone = day.Person.Zone,
            Place = day.Request.Place,
            Company = day.Request.Answers.Any(a => a is { Question: GateQuestions.Company, Answer: Answer.Yes }),
            Aid = day.Person.Aid,
            Orthosis = day.Person.Orthosis,
            Source = source,
            Software = Software(),
            SelfReports = before,
        };
    }

    /// <summary>Begins.</summary>
    /// <param name="store">The store, as who begins it sees it.</param>
    /// <param name="day">The day, which lets it.</param>
    /// <param name="draft">The session (<see cref="Draft"/>).</param>
    /// <param name="node">The computer or process it runs on, by a pseudonym.</param>
    /// <param name="sensors">The names of its sensors; none: a simulation, a recording.</param>
    /// <param name="time">The clock.</param>
    /// <param name="stop">Ends the beginning.</param>
    /// <exception cref="StoreException">The person or a sensor has a session that runs.</exception>
    public static async Task<PersonWalk> BeginAsync(TrainingStore store, WalkDay day, Session draft, string node, IReadOnlyList<string> sensors, TimeProvider time, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(day);
        ArgumentNullException.ThrowIfNull(time);
        if (!day.MayBegin) throw new ArgumentException("Nothing is offered on this day.", nameof(day));
        PersonWalk walk = new(store, day, draft, time);
        await store.Sessions.StartAsync(draft, node, sensors, stop).ConfigureAwait(false);
        walk.Watch();
        return walk;
    }

    /// <summary>What became of the walk.</summary>
    public void Take(WalkSummary? summary, WalkEnd end) => (Summary, End) = (summary, end);

    /// <summary>What came of a timed test.</summary>
    public void Take(TestResult result) => _test = result;

    /// <summary>Something that was said of the walk, before or after it; kept with the session.</summary>
    public void Take(SelfReport said)
    {
        lock (_gate) Session = Session.With(said);
    }

    /// <summary>What the desk is told of the visit before (<see cref="EarlierResults"/>); nothing where the test has no result.</summary>
    /// <param name="result">What came of the test.</param>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<IReadOnlyList<string>> EarlierAsync(TestResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.Summary is not { } summary) return [];
        IReadOnlyList<Session> sessions = await _store.Sessions.ListAsync(Person.Id).ConfigureAwait(false);
        return [.. EarlierResults.Lines(result.Setting, summary.Definition, sessions, Session, await _store.Statements.CurrentAsync().ConfigureAwait(false))];
    }

    /// <summary>Keeps a trial at once, whatever becomes of the session; where that fails it is kept with the session.</summary>
    /// <exception cref="StoreException">It could not be kept yet.</exception>
    public Task KeepAsync(Trial trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        lock (_gate)
        {
            _kept.RemoveAll(t => t.Id == trial.Id);
            _kept.Add(trial);
        }

        return _store.Sessions.SaveTrialAsync(Session.Id, trial);
    }

    /// <summary>What was walked, as the walker is told.</summary>
    /// <param name="texts">The texts of a language.</param>
    public string Walked(Catalogue texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return texts.Walker("after.walked", Math.Round(Progress.WalkedS / 60, 1), Summary?.Totals.Steps ?? 0);
    }

    /// <summary>The walk is over: nobody has to be heard of any more.</summary>
    public async Task StopWatchingAsync()
    {
        foreach (ITimer timer in new[] { _timer, _heart }.OfType<ITimer>()) await timer.DisposeAsync().ConfigureAwait(false);
        (_timer, _heart) = (null, null);
    }

    /// <summary>Keeps the session with its recording and what was measured. Where the store did not answer it may be asked once more.</summary>
    /// <param name="status">How far it came: <see cref="Outcome"/>.</param>
    /// <param name="why">Why it ended early; none where it did not, or nobody said.</param>
    /// <param name="after">What the person said after it.</param>
    /// <exception cref="StoreException">It cannot be kept.</exception>
    public async Task CompleteAsync(SessionStatus status, StopReason why, IReadOnlyList<SelfReport> after)
    {
        await StopWatchingAsync().ConfigureAwait(false);
        // Where the store does not answer it stays on this computer's disk, for the next attempt.
        string? recording = Directory.Exists(RecordTo) ? await _store.Recordings.AddAsync(RecordTo).ConfigureAwait(false) : null;
        lock (_gate) Session = Ended(status, why, after, recording);
        await _store.Sessions.CompleteAsync(Session).ConfigureAwait(false);
        if (recording is not null) Directory.Delete(RecordTo, recursive: true);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopWatchingAsync().ConfigureAwait(false);
        // A walk that never came so far: sensors were not found, a file could not be written.
        if (Session.Status == SessionStatus.Running) await CompleteAsync(SessionStatus.CutOff, StopReason.Technical, []).ConfigureAwait(false);
        _done.Dispose();
    }

    private Session Ended(SessionStatus status, StopReason why, IReadOnlyList<SelfReport> after, string? recording)
    {
        DateTimeOffset now = _time.GetUtcNow();
        // A test tells its desk, not the dose.
        SessionDose dose = EndRule.DoseOf(Progress, Summary is not null || _asked is not null);
        return Session with
        {
            End = now,
            Status = status,
            StopReason = why,
            SelfReports = [.. Session.SelfReports, .. after],
            Measures = [.. Summary is null ? [] : _asked is null ? SessionMeasures.Of(Summary) : SessionMeasures.OfTest(Summary), .. dose.ToMeasures()],
            Trials = (_test?.Trials ?? _kept) is { Count: > 0 } trials ? trials : _asked is { } test ? [UnbegunTrial.Of(Guid.CreateVersion7(now), test)] : [],
            RecordingHash = recording,
        };
    }

    private void Watch()
    {
        // Rests are a plan's.
        if (Offer is not null) _timer = _time.CreateTimer(
            _ =>
            {
                bool isDue = Progress.IsRestDue;
                if (isDue && !_restSaid) RestDue?.Invoke();
                _restSaid = isDue;
            },
            null, Look, Look);
        _heart = _time.CreateTimer(_ => _ = BeatAsync(), null, Beat, Beat);
    }

    private async Task BeatAsync()
    {
        try
        {
            await _store.Sessions.HeartbeatAsync(Session.Id).ConfigureAwait(false);
        }
        catch (StoreException)
        {
            // The walk goes on; what became of the store is told when the session is kept.
        }
    }

    // Ends the walk when its dose is done.
    private sealed class DoseWatch(DoseProgress progress, CancellationTokenSource done) : IWalkObserver
    {
        public void OnEvent(in GaitEvent e)
        {
            progress.OnEvent(e);
            // Back from the last length, the walker stops by themselves.
            if (progress is { IsDone: true, Lengths: null }) done.Cancel();
        }

        public void OnStride(in Stride stride) => progress.OnStride(stride);
    }
}
