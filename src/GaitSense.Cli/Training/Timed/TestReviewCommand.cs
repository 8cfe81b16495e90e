using System.CommandLine;
using System.Globalization;
using GaitSense.Cli.App;
using GaitSense.Cli.Commands;
using GaitSense.Clinic.Documents;
using GaitSense.Storage;
using GaitSense.Training.People;
using GaitSense.Training.Records;
using GaitSense.Training.TimedTests;

namespace GaitSense.Cli.Training.Timed;

/// <summary><c>gaitsense test review</c>: trials that wait for a person's eye are shown, and counted or not.</summary>
internal static class TestReviewCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense test review                             all that wait, of everybody
          gaitsense test review 3249c9f16f6f                those of one session: values, candidates, why they wait
          gaitsense test review 3249c9f16f6f 2 --accept     it counts as it is
          gaitsense test review 3249c9f16f6f 2 --candidate 2    by the feet, and it was the second crossing
          gaitsense test review 3249c9f16f6f 2 --official watch-from-go
          gaitsense test review 3249c9f16f6f 2 --invalid "somebody was in the way"

        The trial's number may be left out where one waits. One that counts can be looked at again; one that does not count stays so: do the test again.
        The audit has each decision.
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        StoreArguments store = new();
        Argument<string?> session = CommonOptions.NoOptions(new Argument<string?>("SESSION") { Description = "Which: its id, or the end of it. Default: all with trials that wait.", Arity = ArgumentArity.ZeroOrOne });
        Argument<int?> trial = new("TRIAL") { Description = "The trial's number. Default: the one that waits.", Arity = ArgumentArity.ZeroOrOne };
        Option<bool> accept = new("--accept") { Description = "It counts, as it is." };
        Option<string?> official = new("--official") { Description = "It counts, and this definition is its result: watch-from-go, for one.", HelpName = "DEFINITION" };
        Option<int?> candidate = new("--candidate") { Description = "It counts, and this one of the times by the feet is its result, from 1.", HelpName = "N" };
        Option<string?> invalid = new("--invalid") { Description = "It does not count, and why.", HelpName = "REASON" };
        Option<bool> json = CommonOptions.Json();
        var command = new Command("review", "Trials that wait for a person's eye: show them, and say whether they count.") { session, trial, accept, official, candidate, invalid, json, store.Store };
        command.SetAction((parsed, stop) => guard(
            async (terminal, token) =>
            {
                string? rejected = parsed.GetValue(invalid);
                TrialDecision? decision = null;
                if (parsed.GetValue(accept) || parsed.GetValue(official) is not null || parsed.GetValue(candidate) is not null || rejected is not null)
                    decision = new TrialDecision { Definition = parsed.GetValue(official), Candidate = parsed.GetValue(candidate) - 1, Rejected = rejected };
                if (rejected is not null && (parsed.GetValue(accept) || decision is { Definition: not null } or { Candidate: not null })) throw new UsageException("a trial counts, or it does not: --invalid goes with none of --accept, --official and --candidate.");
                string? id = parsed.GetValue(session);
                if (decision is not null && id is null) throw new UsageException("of which session? gaitsense test review lists those with trials that wait.");
                await using TrainingStore opened = await store.OpenAsync(terminal, parsed, create: false, token).ConfigureAwait(false);
                if (decision is null) return await ListAsync(terminal, opened, id, parsed.GetValue(trial), parsed.GetValue(json), token).ConfigureAwait(false);
                return await TakeAsync(terminal, opened, id!, parsed.GetValue(trial), decision, parsed.GetValue(json), token).ConfigureAwait(false);
            },
            parsed,
            stop));
        return command;
    }

    private static async Task<int> ListAsync(Terminal terminal, TrainingStore store, string? id, int? no, bool json, CancellationToken stop)
    {
        List<(Person Person, Session Session)> sessions = [];
        if (id is not null) sessions.Add(await SessionCommand.FindAsync(store, id, stop).ConfigureAwait(false));
        else
            foreach (Person person in await store.People.ListAsync(cancellation: stop).ConfigureAwait(false))
                sessions.AddRange((await store.Sessions.ListAsync(person.Id, cancellation: stop).ConfigureAwait(false)).Select(s => (person, s)));
        ReviewedTrial[] all = [.. sessions.OrderBy(s => s.Session.Start).SelectMany(s => s.Session.Trials.Where(t => no is { } one ? t.No == one : TrialReview.Waits(t)).Select(t => ReviewedTrial.Of(s.Person, s.Session, t)))];
        if (json)
        {
            terminal.Out.Write(StoreJson.Of(all));
            return ExitCode.Done;
        }

        if (all.Length == 0) terminal.Out.WriteLine(no is { } missing ? string.Create(CultureInfo.InvariantCulture, $"there is no trial {missing}") : "no trial waits for a person's eye");
        foreach (ReviewedTrial trial in all)
            foreach (string line in trial.Lines()) terminal.Out.WriteLine(line);
        return ExitCode.Done;
    }

    private static async Task<int> TakeAsync(Terminal terminal, TrainingStore store, string id, int? said, TrialDecision decision, bool json, CancellationToken stop)
    {
        (Person person, Session session) = await SessionCommand.FindAsync(store, id, stop).ConfigureAwait(false);
        int no = said ?? session.Trials.Where(TrialReview.Waits).Select(t => t.No).ToArray() switch
        {
            [var one] => one,
            [] => throw new UsageException("no trial of this session waits: give the trial's number."),
            var several => throw new UsageException($"trials {string.Join(", ", several.Select(n => n.ToString(CultureInfo.InvariantCulture)))} wait: give the number of one."),
        };
        (string? why, IReadOnlyList<Trial> changed) = TrialReview.Take(session.Trials, no, decision);
        if (why is not null) throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"trial {no}: {why}."));
        if (changed.Count > 0) await store.Sessions.ReviewTrialsAsync(session.Id, changed, stop).ConfigureAwait(false);
        session = session with { Trials = [.. session.Trials.Select(t => changed.FirstOrDefault(c => c.Id == t.Id) ?? t)] };
        ReviewedTrial reviewed = ReviewedTrial.Of(person, session, session.Trials.First(t => t.No == no));
        if (json) terminal.Out.Write(StoreJson.Of(reviewed));
        else
            foreach (string line in reviewed.Lines()) terminal.Out.WriteLine(line);
        return ExitCode.Done;
    }
}
