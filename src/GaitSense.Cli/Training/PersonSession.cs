using System.Globalization;
using GaitSense.Analysis.Summary;
using GaitSense.Analysis.Walks;
using GaitSense.Cli.App;
using GaitSense.Cli.Training.Timed;
using GaitSense.Core;
using GaitSense.Storage;
using GaitSense.Training.Days;
using GaitSense.Training.Gates;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;
using GaitSense.Training.Texts;
using GaitSense.Training.TimedTests;
using GaitSense.Training.Volume;
using GaitSense.Walk;
using SessionSource = GaitSense.Training.Records.SessionSource;

namespace GaitSense.Cli.Training;

/// <summary>
/// A walk of a person of the store: the questions of the day before it, today's dose with its rests while it goes, how it was afterwards, and a session with what was measured. What was
/// walked is kept whatever happens after it.
/// </summary>
internal sealed class PersonSession : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1), Beat = TimeSpan.FromSeconds(30);

    private readonly Terminal _terminal;
    private readonly TrainingStore _store;
    private readonly DayQuestions _questions;
    private readonly CancellationTokenSource _done = new();
    private readonly DoseWatch _watch;
    private readonly TestSetting? _asked;
    private readonly List<Trial> _kept = [];
    private Session _session;
    private ITimer? _timer, _heart;
    private WalkSummary? _summary;
    private WalkEnd? _end;
    private TestResult? _test;
    private bool _restSaid;

    private PersonSession(Terminal terminal, TrainingStore store, Person person, OfferedSession? offer, TestSetting? asked, Session session)
    {
        (_terminal, _store, Person, Offer, _asked, _session, _questions) = (terminal, store, person, offer, asked, session, new DayQuestions(terminal));
        Progress = new DoseProgress(offer);
        _watch = new DoseWatch(Progress, _done);
    }

    /// <summary>Whose.</summary>
    public Person Person { get; }

    /// <summary>What the plan offers today; null: a walk beside the plan.</summary>
    public OfferedSession? Offer { get; }

    /// <summary>What was walked so far.</summary>
    public DoseProgress Progress { get; }

    /// <summary>Observes the walk.</summary>
    public IWalkObserver Observer => _watch;

    /// <summary>The planned dose was walked.</summary>
    public CancellationToken DoseDone => _done.Token;

    /// <summary>A folder for the recording, until the store has it; the store's disk, and its rights.</summary>
    public string RecordTo => Path.Combine(_store.Location.Folder, "walking", _session.Id.ToString("N"));

    /// <summary>How long a simulated walk of the dose lasts at least, s; null: the walk's own length.</summary>
    public double? DurationS => Offer?.Minutes is { } minutes ? (60 * minutes) + MarginS : null;

    // Standing at both ends of a simulated walk.
    private const double MarginS = 5;

    /// <summary>Asks the questions of the day and starts the session. Null: nothing is offered today; it was said why.</summary>
    public static async Task<PersonSession?> BeginAsync(Terminal terminal, TrainingStore store, PersonSessionRequest request, CancellationToken stop)
    {
        Person person = await StoreArguments.FindAsync(store, request.Code, stop).ConfigureAwait(false);
        TodayRequest day = new()
        {
            Person = person,
            Today = StoreArguments.Today(terminal, person),
            Place = request.Place,
            History = await store.HistoryAsync(person.Id, stop).ConfigureAwait(false),
            Answers = request.Answers,
        };
        DayQuestions questions = new(terminal);
        day = request.Test?.Test is { } asked
            ? await questions.AskBesideAsync(day, asked.Task, asked.LengthM + asked.RunOutM, stop).ConfigureAwait(false)
            : request.IsFree
                ? await questions.AskBesideAsync(day, TrainingTask.ComfortableWalk, pathM: null, stop).ConfigureAwait(false)
                : await questions.AskAsync(day, stop).ConfigureAwait(false);
        TodayAnswer today = TodayRules.Of(day);
        DateTimeOffset now = terminal.Time.GetUtcNow();
        await store.Checks.AddAsync(
            new DayCheck { Id = Guid.CreateVersion7(now), PersonId = person.Id, LocalDate = day.Today, At = now, Place = day.Place, QuestionsVersion = GateQuestions.Version, Answers = day.Answers, Held = [.. today.Gates.Reasons.Select(r => r.Key)] },
            stop).ConfigureAwait(false);
        if (today.Gates.Apply(person, day.Today) is var changed && changed != person) await store.People.UpdateAsync(changed, stop).ConfigureAwait(false);
        // Beside the plan whoever may walk at all walks forward; a test goes the way of its task.
        bool isFree = request.Test?.Test is { } test ? today.Gates.May(test.Task, request.Place) : request.IsFree && today.Gates.MayWalk;
        if (request.Test is { Test: var refused } && !isFree)
        {
            foreach (string line in Refusal(refused, today.Gates, request.Place)) terminal.Report(line);
            return null;
        }

        foreach (string line in isFree ? today.Gates.Advice.Select(a => Catalogue.Of(Language.English).Walker(a)) : PlanTodayCommand.Lines(today, Catalogue.Of(Language.English))) terminal.Report(line);
        if (today.Offer is null && !isFree) return null;
        OfferedSession? offer = isFree ? null : today.Offer;
        PersonSession session = new(terminal, store, changed, offer, request.Test, new Session
        {
            Id = Guid.CreateVersion7(now),
            PersonId = person.Id,
            PlanId = offer?.PlanId,
            SlotId = offer?.SlotId,
            Task = offer?.Task ?? request.Test?.Test.Task ?? TrainingTask.ComfortableWalk,
            Start = now,
            Zone = person.Zone,
            Place = request.Place,
            Company = day.Answers.Any(a => a is { Question: GateQuestions.Company, Answer: Answer.Yes }),
            Aid = person.Aid,
            Orthosis = person.Orthosis,
            Source = request.Source,
            Software = Software(),
        });
        session._session = session._session with { SelfReports = await session._questions.HowIsItAsync(ReportTime.Before, stop).ConfigureAwait(false) };
        await store.Sessions.StartAsync(session._session, Environment.ProcessId.ToString(CultureInfo.InvariantCulture), [], stop).ConfigureAwait(false);
        session.Watch();
        return session;
    }

    /// <summary>The session as far as it is known.</summary>
    public Session Session => _session;

    /// <summary>What became of the walk.</summary>
    public void Take(WalkSummary? summary, WalkEnd end) => (_summary, _end) = (summary, end);

    /// <summary>What came of a timed test.</summary>
    public void Take(TestResult result) => _test = result;

    /// <summary>Keeps a trial at once, whatever becomes of the session.</summary>
    public async Task KeepAsync(Trial trial)
    {
        _kept.RemoveAll(t => t.Id == trial.Id);
        _kept.Add(trial);
        try
        {
            await _store.Sessions.SaveTrialAsync(_session.Id, trial).ConfigureAwait(false);
        }
        catch (StoreException e)
        {
            _terminal.Report($"warning: {Errors.Line(e)}; the trial is kept with the session");
        }
    }

    private static IEnumerable<string> Refusal(TestDefinition test, GateDecision gates, Place place)
    {
        if (gates.IsEmergency) return [Catalogue.Of(Language.English).Walker(GateRules.EmergencyKey, "112")];
        string where = place == Place.Home ? " at home (in the clinic: --place clinic)" : "";
        return [$"gaitsense: no {test.Id} today{where}:", .. gates.HeldBy(test.Task, place).Select(r => "  - " + Catalogue.Of(Language.English).Clinician(GateReason.DeskKey(r.Key)))];
    }

    /// <summary>Asks how it was and keeps the session.</summary>
    /// <param name="code">How the walk's command ended.</param>
    public async Task<int> EndAsync(int code)
    {
        await StopWatchingAsync().ConfigureAwait(false);
        bool isStopped = _test is { } test ? !test.IsOver : _end is { Interrupted: true } && !Progress.IsDone;
        SessionStatus status = EndRule.StatusOf(_end is { Samples: > 0 }, _end is { Failure: not null }, isStopped, Offer is not null && !Progress.IsDone);
        StopReason why = status == SessionStatus.CutOff ? StopReason.Technical : StopReason.None;
        IReadOnlyList<SelfReport> after = [];
        try
        {
            // Whoever pressed Ctrl-C is asked all the same: a second one ends the questions.
            if (status == SessionStatus.EndedEarly) why = await _questions.WhyAsync(CancellationToken.None).ConfigureAwait(false);
            after = await _questions.HowIsItAsync(ReportTime.After, CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            await KeepAsync(status, why, after).ConfigureAwait(false);
        }

        return code;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopWatchingAsync().ConfigureAwait(false);
        // A walk that never came so far: sensors were not found, a file could not be written.
        if (_session.Status == SessionStatus.Running) await KeepAsync(SessionStatus.CutOff, StopReason.Technical, []).ConfigureAwait(false);
        _done.Dispose();
    }

    /// <summary>What a session says of the program.</summary>
    public static string Software() => string.Create(CultureInfo.InvariantCulture, $"{WalkContext.LibraryVersion}+{WalkContext.LibraryCommit}, algorithm {Algorithm.Version}");

    private async Task KeepAsync(SessionStatus status, StopReason why, IReadOnlyList<SelfReport> after)
    {
        // A test tells its desk, not the dose.
        SessionDose dose = EndRule.DoseOf(Progress, _summary is not null || _asked is not null);
        string? recording = null;
        if (Directory.Exists(RecordTo))
        {
            recording = await _store.Recordings.AddAsync(RecordTo).ConfigureAwait(false);
            Directory.Delete(RecordTo, recursive: true);
        }

        _session = _session with
        {
            End = _terminal.Time.GetUtcNow(),
            Status = status,
            StopReason = why,
            SelfReports = [.. _session.SelfReports, .. after],
            Measures = [.. _summary is null ? [] : _asked is null ? SessionMeasures.Of(_summary) : SessionMeasures.OfTest(_summary), .. dose.ToMeasures()],
            Trials = (_test?.Trials ?? _kept) is { Count: > 0 } trials ? trials : _asked is { } test ? [UnbegunTrial.Of(Guid.CreateVersion7(_terminal.Time.GetUtcNow()), test)] : [],
            RecordingHash = recording,
        };
        await _store.Sessions.CompleteAsync(_session).ConfigureAwait(false);
        Catalogue texts = Catalogue.Of(Language.English);
        if (_asked is null) _terminal.Out.WriteLine(texts.Walker("after.walked", Math.Round(Progress.WalkedS / 60, 1), _summary?.Totals.Steps ?? 0));
        _terminal.Out.WriteLine($"session: {_session.Id}, of {Person.Code}{(_session.Source == SessionSource.Simulation ? ", simulated: it does not count" : "")}");
    }

    private void Watch()
    {
        _timer = _terminal.Time.CreateTimer(
            _ =>
            {
                bool isDue = Progress.IsRestDue;
                if (isDue && !_restSaid && Offer is { } offered && OfferText.Rests(offered, Catalogue.Of(Language.English)) is { } rests) _terminal.Report(rests);
                _restSaid = isDue;
            },
            null, Look, Look);
        _heart = _terminal.Time.CreateTimer(_ => _ = BeatAsync(), null, Beat, Beat);
    }

    private async Task BeatAsync()
    {
        try
        {
            await _store.Sessions.HeartbeatAsync(_session.Id).ConfigureAwait(false);
        }
        catch (StoreException)
        {
            // The walk goes on; what became of the store is told when the session is kept.
        }
    }

    private async Task StopWatchingAsync()
    {
        foreach (ITimer timer in new[] { _timer, _heart }.OfType<ITimer>()) await timer.DisposeAsync().ConfigureAwait(false);
        (_timer, _heart) = (null, null);
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
