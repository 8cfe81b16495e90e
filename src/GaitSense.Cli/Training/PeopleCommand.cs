using System.CommandLine;
using System.Globalization;
using GaitSense.Cli.App;
using GaitSense.Cli.Commands;
using GaitSense.Clinic.Documents;
using GaitSense.Core;
using GaitSense.Storage;
using GaitSense.Training.Days;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;

namespace GaitSense.Cli.Training;

/// <summary><c>gaitsense people</c>: who trains, under pseudonyms.</summary>
internal static class PeopleCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense people add P07 --aid one_stick --zone Europe/Berlin    somebody new; never a name
          gaitsense people                                  everybody: status, plan, last session
          gaitsense people show P07                         all that is kept of one, without recordings
          gaitsense people change P07 --disease-steps 4     what is not given stays as it is
          gaitsense people sign-off P07 backward_at_home    walking backward at home is allowed for 14 days
          gaitsense people fall P07 --on 2026-11-20         a line of the fall diary

        Everything stays on this computer, in one file that only you can read (--store). Nothing leaves it without gaitsense export.
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples)
    {
        Parts = [PersonAddCommand.Definition, PersonShowCommand.Definition, PersonChangeCommand.Definition, PersonSignOffCommand.Definition, PersonFallCommand.Definition, PersonNoteCommand.Definition, PersonConsentCommand.Definition, PersonIdentityCommand.Definition, PersonDeleteCommand.Definition, PeopleRetentionCommand.Definition],
    };

    private static Command Create(Guard guard)
    {
        StoreArguments store = new();
        Option<bool> json = CommonOptions.Json();
        var command = new Command("people", "People who train, under pseudonyms: list, add, show, change.") { store.Store, json };
        command.SetAction((parsed, stop) => guard((terminal, token) => ListAsync(terminal, store, parsed, parsed.GetValue(json), token), parsed, stop));
        return command;
    }

    private static async Task<int> ListAsync(Terminal terminal, StoreArguments arguments, ParseResult parsed, bool json, CancellationToken stop)
    {
        await using TrainingStore store = await arguments.OpenAsync(terminal, parsed, create: false, stop).ConfigureAwait(false);
        IReadOnlyList<Person> people = await store.People.ListAsync(cancellation: stop).ConfigureAwait(false);
        if (json)
        {
            terminal.Out.Write(StoreJson.Of(people.Select(StoreDocuments.Of)));
            return ExitCode.Done;
        }

        List<string[]> rows = [];
        foreach (Person person in people)
        {
            Plan? plan = await store.Plans.ForDayAsync(person.Id, StoreArguments.Today(terminal, person), stop).ConfigureAwait(false);
            IReadOnlyList<Session> last = await store.Sessions.ListAsync(person.Id, new SessionQuery { IsNewestFirst = true, Limit = 1 }, stop).ConfigureAwait(false);
            rows.Add([
                person.Code, Words.InFiles(person.Status), StoreWords.Said(person.Aid),
                plan is null ? "none" : string.Create(CultureInfo.InvariantCulture, $"{plan.Template}, version {plan.Version}"),
                last is [{ Start: var start }] ? LocalDay.Of(start, person.Zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "none",
            ]);
        }

        if (rows.Count == 0) terminal.Out.WriteLine($"nobody yet in {store.Location.Name}: gaitsense people add P01");
        else StoreTable.Write(terminal, ["person", "status", "aid", "plan of today", "last session"], rows);
        return ExitCode.Done;
    }
}
