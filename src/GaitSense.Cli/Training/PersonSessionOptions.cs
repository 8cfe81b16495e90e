using System.CommandLine;
using GaitSense.Cli.App;
using GaitSense.Cli.Ble;
using GaitSense.Storage;
using GaitSense.Training.Gates;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;
using GaitSense.Training.TimedTests;

namespace GaitSense.Cli.Training;

/// <summary>Options of a walk that is a session of a person of the store.</summary>
internal sealed class PersonSessionOptions
{
    private readonly StoreArguments _store = new();
    private readonly Option<string?> _place = PlanTodayCommand.PlaceOption();
    private readonly Option<string?> _answers = PlanTodayCommand.AnswersOption();
    private readonly Option<bool> _free = new("--free") { Description = "With --person: a walk beside the plan, without its dose; what holds today holds all the same." };

    private readonly bool _isTest;

    /// <summary>The options.</summary>
    /// <param name="isTest">Whether the session is a timed test, which is beside the plan anyway.</param>
    public PersonSessionOptions(bool isTest = false) => _isTest = isTest;

    /// <summary>All of them, for a command's list.</summary>
    public IEnumerable<Option> All => _isTest ? [_store.Store, _place, _answers] : [_store.Store, _place, _answers, _free];

    /// <summary>Where.</summary>
    public Place Place(ParseResult parsed) => PersonFields.Of(parsed, _place, GaitSense.Training.Plans.Place.Home);

    /// <summary>Whose session of a store the walk is; null: of nobody. With <c>--record</c> alone a code is only noted in the recording.</summary>
    public string? Code(ParseResult parsed, PersonOptions person, Option<string?> record)
    {
        string? code = person.Of(parsed).Id;
        bool isRecorded = parsed.GetValue(record) is not null;
        if (code is null && All.FirstOrDefault(o => parsed.GetResult(o) is { Implicit: false }) is { } alone) throw new UsageException($"{alone.Name} is for a walk of somebody: give --person too.");
        if (code is not null && isRecorded && parsed.GetValue(_store.Store) is not null) throw new UsageException("--record and --store exclude each other: the store keeps the recording.");
        return isRecorded ? null : code;
    }

    /// <summary>Runs a walk as a session.</summary>
    /// <param name="terminal">The screen.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="code">Whose.</param>
    /// <param name="source">Where its samples come from.</param>
    /// <param name="walk">The walk.</param>
    /// <param name="stop">Ctrl-C.</param>
    public Task<int> RunAsync(Terminal terminal, ParseResult parsed, string code, SessionSource source, Func<PersonSession, CancellationToken, Task<int>> walk, CancellationToken stop) =>
        RunAsync(terminal, parsed, new PersonSessionRequest(code, Place(parsed), PlanTodayCommand.AnswersOf(parsed.GetValue(_answers)), !_isTest && parsed.GetValue(_free), source), walk, _ => Task.CompletedTask, stop);

    /// <summary>Runs a timed test as a session.</summary>
    /// <param name="terminal">The screen.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="code">Whose.</param>
    /// <param name="source">Where its samples come from.</param>
    /// <param name="test">The test.</param>
    /// <param name="walk">The walk.</param>
    /// <param name="kept">What is done when the session is kept.</param>
    /// <param name="isConfirmed">Whether the checklist of walking backward was gone through, and all of it is true; an answer of <c>--answers</c> counts all the same.</param>
    /// <param name="stop">Ctrl-C.</param>
    public Task<int> RunTestAsync(
        Terminal terminal, ParseResult parsed, string code, SessionSource source, TestSetting test, Func<PersonSession, CancellationToken, Task<int>> walk, Func<PersonSession, Task> kept, bool isConfirmed, CancellationToken stop)
    {
        IEnumerable<GateAnswer> confirmed = isConfirmed && test.Test.IsBackward ? GateQuestions.Checklist.Select(q => new GateAnswer(q, Answer.Yes)) : [];
        return RunAsync(terminal, parsed, new PersonSessionRequest(code, Place(parsed), [.. confirmed, .. PlanTodayCommand.AnswersOf(parsed.GetValue(_answers))], IsFree: true, source) { Test = test }, walk, kept, stop);
    }

    private async Task<int> RunAsync(
        Terminal terminal, ParseResult parsed, PersonSessionRequest request, Func<PersonSession, CancellationToken, Task<int>> walk, Func<PersonSession, Task> kept, CancellationToken stop)
    {
        await using TrainingStore store = await _store.OpenAsync(terminal, parsed, create: false, stop).ConfigureAwait(false);
        await using PersonSession? session = await PersonSession.BeginAsync(terminal, store, request, stop).ConfigureAwait(false);
        if (session is null) return ExitCode.Failed;
        int ended = await walk(session, stop).ConfigureAwait(false);
        ended = await session.EndAsync(ended).ConfigureAwait(false);
        await kept(session).ConfigureAwait(false);
        return ended;
    }
}
