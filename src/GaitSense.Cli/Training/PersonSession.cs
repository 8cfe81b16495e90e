using System.Globalization;
using GaitSense.Analysis.Summary;
using GaitSense.Cli.App;
using GaitSense.Clinic.Timed;
using GaitSense.Clinic.Walks;
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

/// <summary>A walk of a person of the store at the terminal: the questions of the day before it, today's dose with its rests while it goes, how it was afterwards.</summary>
internal sealed class PersonSession : IAsyncDisposable
{
    private readonly Terminal _terminal;
    private readonly PersonWalk _walk;
    private readonly DayQuestions _questions;
    private readonly bool _isTest;

    private PersonSession(Terminal terminal, PersonWalk walk, DayQuestions questions, bool isTest) => (_terminal, _walk, _questions, _isTest) = (terminal, walk, questions, isTest);

    /// <summary>Whose.</summary>
    public Person Person => _walk.Person;

    /// <summary>The session as far as it is known.</summary>
    public Session Session => _walk.Session;

    /// <summary>Observes the walk.</summary>
    public IWalkObserver Observer => _walk.Observer;

    /// <summary>The planned dose was walked.</summary>
    public CancellationToken DoseDone => _walk.DoseDone;

    /// <summary>A folder for the recording, until the store has it.</summary>
    public string RecordTo => _walk.RecordTo;

    /// <summary>How long a simulated walk of the dose lasts at least, s; null: the walk's own length.</summary>
    public double? DurationS => PersonWalk.DurationS(_walk.Offer);

    /// <summary>Asks the questions of the day and starts the session. Null: nothing is offered today; it was said why.</summary>
    public static async Task<PersonSession?> BeginAsync(Terminal terminal, TrainingStore store, PersonSessionRequest request, CancellationToken stop)
    {
        await KeepLeftoversAsync(terminal, store, stop).ConfigureAwait(false);
        Person person = await StoreArguments.FindAsync(store, request.Code, stop).ConfigureAwait(false);
        TodayRequest asked = new()
        {
            Person = person,
            Today = StoreArguments.Today(terminal, person),
            Place = request.Place,
            History = await store.HistoryAsync(person.Id, stop).ConfigureAwait(false),
            Answers = request.Answers,
        };
        DayQuestions questions = new(terminal);
        asked = request.Test?.Test is { } test
            ? await questions.AskBesideAsync(asked, test.Task, test.LengthM + test.RunOutM, stop).ConfigureAwait(false)
            : request.IsFree
                ? await questions.AskBesideAsync(asked, TrainingTask.ComfortableWalk, pathM: null, stop).ConfigureAwait(false)
                : await questions.AskAsync(asked, stop).ConfigureAwait(false);
        DateTimeOffset now = terminal.Time.GetUtcNow();
        WalkDay day = await WalkDay.DecideAsync(store, asked, request.IsFree, request.Test, now, stop).ConfigureAwait(false);
        Catalogue texts = Catalogue.Of(Language.English);
        if (request.Test is { Test: var refused } && !day.IsFree)
        {
            foreach (string line in Refusal(refused, day, texts)) terminal.Report(line);
            return null;
        }

        foreach (string line in day.IsFree ? day.Today.Gates.Advice.Select(a => texts.Walker(a)) : PlanTodayCommand.Lines(day.Today, texts)) terminal.Report(line);
        if (!day.MayBegin) return null;
        IReadOnlyList<SelfReport> before = await questions.HowIsItAsync(ReportTime.Before, stop).ConfigureAwait(false);
        PersonWalk walk = await PersonWalk.BeginAsync(
            store, day, PersonWalk.Draft(day, request.Source, now, before), Environment.ProcessId.ToString(CultureInfo.InvariantCulture), sensors: [], terminal.Time, stop).ConfigureAwait(false);
        if (day.Offer is { } offer && OfferText.Rests(offer, texts) is { } rests) walk.RestDue = () => terminal.Report(rests);
        return new PersonSession(terminal, walk, questions, request.Test is not null);
    }

    // Before the day is decided: what was walked in a walk that was cut off is no longer offered.
    private static async Task KeepLeftoversAsync(Terminal terminal, TrainingStore store, CancellationToken stop)
    {
        try
        {
            foreach (Session kept in await WalkLeftovers.KeepAsync(store, terminal.Time.GetUtcNow(), stop).ConfigureAwait(false))
                terminal.Report(string.Create(CultureInfo.InvariantCulture, $"the walk of {LocalDay.Of(kept):yyyy-MM-dd} that was cut off is in the store now: {SessionDose.Of(kept).Minutes ?? 0:0.0} min were walked"));
        }
        catch (Exception e) when (e is StoreException or IOException or UnauthorizedAccessException)
        {
            terminal.Report($"warning: {Errors.Line(e)}; a walk that was cut off waits beside the store");
        }
    }

    /// <summary>What became of the walk.</summary>
    public void Take(WalkSummary? summary, WalkEnd end) => _walk.Take(summary, end);

    /// <summary>What came of a timed test.</summary>
    public void Take(TestResult result) => _walk.Take(result);

    /// <summary>What the desk is told of the visit before.</summary>
    public Task<IReadOnlyList<string>> EarlierAsync(TestResult result) => _walk.EarlierAsync(result);

    /// <summary>Keeps a trial at once, whatever becomes of the session.</summary>
    public async Task KeepAsync(Trial trial)
    {
        try
        {
            await _walk.KeepAsync(trial).ConfigureAwait(false);
        }
        catch (StoreException e)
        {
            _terminal.Report($"warning: {Errors.Line(e)}; the trial is kept with the session");
        }
    }

    /// <summary>Asks how it was and keeps the session.</summary>
    /// <param name="code">How the walk's command ended.</param>
    public async Task<int> EndAsync(int code)
    {
        await _walk.StopWatchingAsync().ConfigureAwait(false);
        SessionStatus status = _walk.Outcome;
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
            await _walk.CompleteAsync(status, why, after).ConfigureAwait(false);
            SayKept();
        }

        return code;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        bool isOpen = Session.Status == SessionStatus.Running;
        await _walk.DisposeAsync().ConfigureAwait(false);
        if (isOpen) SayKept();
    }

    private static IEnumerable<string> Refusal(TestDefinition test, WalkDay day, Catalogue texts)
    {
        if (day.Today.Gates.IsEmergency) return [texts.Walker(GateRules.EmergencyKey, "112")];
        string where = day.Request.Place == Place.Home ? " at home (in the clinic: --place clinic)" : "";
        return [$"gaitsense: no {test.Id} today{where}:", .. day.Held(texts).Select(r => "  - " + r)];
    }

    private void SayKept()
    {
        if (!_isTest) _terminal.Out.WriteLine(_walk.Walked(Catalogue.Of(Language.English)));
        _terminal.Out.WriteLine($"session: {Session.Id}, of {Person.Code}{(Session.Source == SessionSource.Simulation ? ", simulated: it does not count" : "")}");
    }
}
