using System.CommandLine;
using System.Globalization;
using GaitSense.Cli.App;
using GaitSense.Cli.Commands;
using GaitSense.Clinic.Documents;
using GaitSense.Core;
using GaitSense.Storage;
using GaitSense.Training.People;
using GaitSense.Training.Records;
using GaitSense.Training.TimedTests;

namespace GaitSense.Cli.Training;

/// <summary><c>gaitsense session show</c>.</summary>
internal static class SessionShowCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense session show 3249c9f16f6f               what was measured, both feet together
          gaitsense session show 3249c9f16f6f --json        all of it
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    /// <summary>A session by id.</summary>
    public static Argument<string> Id() => CommonOptions.NoOptions(new Argument<string>("SESSION") { Description = "Which: its id, or the end of it." });

    private static Command Create(Guard guard)
    {
        StoreArguments store = new();
        Argument<string> id = Id();
        Option<bool> json = CommonOptions.Json();
        var command = new Command("show", "Show a session and what was measured.") { id, json, store.Store };
        command.SetAction((parsed, stop) => guard(
            async (terminal, token) =>
            {
                await using TrainingStore opened = await store.OpenAsync(terminal, parsed, create: false, token).ConfigureAwait(false);
                (Person person, Session session) = await SessionCommand.FindAsync(opened, parsed.GetValue(id)!, token).ConfigureAwait(false);
                if (parsed.GetValue(json)) terminal.Out.Write(StoreJson.Of(StoreDocuments.Of(session, await opened.Checks.ListAsync(person.Id, token).ConfigureAwait(false))));
                else Write(terminal, person, session);
                return ExitCode.Done;
            },
            parsed,
            stop));
        return command;
    }

    private static void Write(Terminal terminal, Person person, Session session)
    {
        terminal.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{person.Code}: {SessionKind.Of(session)}, {TimeZoneInfo.ConvertTime(session.Start, TimeZoneInfo.FindSystemTimeZoneById(session.Zone)):yyyy-MM-dd HH:mm}, {Words.InFiles(session.Place)}, {Words.InFiles(session.Status)}"));
        terminal.Out.WriteLine($"aid: {StoreWords.Said(session.Aid)}, orthosis: {StoreWords.Said(session.Orthosis)}");
        foreach (SelfReport said in session.SelfReports)
            terminal.Out.WriteLine($"{Words.InFiles(said.Of)} {Words.InFiles(said.When)}: {(said.Value is { } value ? value.ToString(CultureInfo.InvariantCulture) + " of 5" : "not said")}");
        foreach (Trial trial in session.Trials)
            terminal.Out.WriteLine($"{trial.Test}, attempt {trial.No.ToString(CultureInfo.InvariantCulture)}{(trial.Practice ? ", practice" : "")}: {(trial.Official is { } official ? $"{official.ToString("0.00", CultureInfo.InvariantCulture)} {ResultUnit.Of(trial)}".TrimEnd() : "no official result")}, {Words.InFiles(trial.Validity)}{(trial.Reason.Length > 0 ? ": " + trial.Reason : "")}{(TrialReview.Waits(trial) ? "; waits for a person's eye" : "")}");
        if (session.Trials.Any(TrialReview.Waits)) terminal.Out.WriteLine($"look at it: gaitsense test review {SessionCommand.Short(session.Id)}");
        StoreTable.Write(terminal, ["measure", "direction", "value", "95 % interval", "n"], session.Measures.Where(m => m.Side is null).Select(Row));
    }

    private static string[] Row(Measure m) =>
    [
        m.Name, m.Direction == WalkingDirection.Unknown ? "" : Words.Of(m.Direction),
        m.Value is { } value ? Number(value) + (m.Unit is "1" ? "" : " " + m.Unit) : m.Withheld ?? "",
        m is { Low95: { } low, High95: { } high } ? $"{Number(low)} to {Number(high)}" : "",
        m.N.ToString(CultureInfo.InvariantCulture),
    ];

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
