using System.CommandLine;
using System.Globalization;
using GaitSense.Cli.App;
using GaitSense.Cli.Commands;
using GaitSense.Clinic.Documents;
using GaitSense.Core;
using GaitSense.Storage;
using GaitSense.Training.Days;
using GaitSense.Training.Gates;
using GaitSense.Training.People;
using GaitSense.Training.Records;
using GaitSense.Training.TimedTests;
using GaitSense.Training.Volume;

namespace GaitSense.Cli.Training;

/// <summary><c>gaitsense session</c>: the sessions that a store keeps.</summary>
internal static class SessionCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense session P07                             the sessions of P07, the newest first
          gaitsense session                                 the newest of everybody
          gaitsense session show 3249c9f16f6f               one of them; the end of its id is enough
          gaitsense session add P07 --minutes 8 --fatigue 2,3    done by the paper plan
          gaitsense session import P07 my-walk              a recorded walk, analysed and kept with its recording
          gaitsense session assign 3249c9f16f6f P08         it was recorded under the wrong person
          gaitsense session delete 3249c9f16f6f             with its measures and its recording

        gaitsense walk --person P07 makes one.
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples)
    {
        Parts = [SessionShowCommand.Definition, SessionAddCommand.Definition, SessionImportCommand.Definition, SessionAssignCommand.Definition, SessionDeleteCommand.Definition],
    };

    private static Command Create(Guard guard)
    {
        StoreArguments store = new();
        var code = new Argument<string?>("PERSON") { Description = "Whose. Default: everybody's.", Arity = ArgumentArity.ZeroOrOne };
        var limit = new Option<int>("--limit") { Description = "At most so many.", HelpName = "N", DefaultValueFactory = _ => 20 };
        Option<bool> json = CommonOptions.Json();
        var command = new Command("session", "Sessions: list, show, add, import, assign, delete.") { code, limit, json, store.Store };
        command.SetAction((parsed, stop) => guard(
            async (terminal, token) =>
            {
                await using TrainingStore opened = await store.OpenAsync(terminal, parsed, create: false, token).ConfigureAwait(false);
                IReadOnlyList<Person> people = parsed.GetValue(code) is { } one
                    ? [await StoreArguments.FindAsync(opened, one, token).ConfigureAwait(false)]
                    : await opened.People.ListAsync(cancellation: token).ConfigureAwait(false);
                List<(Person Person, Session Session)> all = [];
                foreach (Person person in people)
                    foreach (Session session in await opened.Sessions.ListAsync(person.Id, new SessionQuery { IsNewestFirst = true, Limit = parsed.GetValue(limit) }, token).ConfigureAwait(false)) all.Add((person, session));
                all = [.. all.OrderByDescending(s => s.Session.Start).Take(parsed.GetValue(limit))];
                if (parsed.GetValue(json))
                {
                    Dictionary<Guid, IReadOnlyList<DayCheck>> checks = [];
                    foreach (Person person in people) checks[person.Id] = await opened.Checks.ListAsync(person.Id, token).ConfigureAwait(false);
                    terminal.Out.Write(StoreJson.Of(all.Select(s => StoreDocuments.Of(s.Session, checks[s.Person.Id]))));
                }
                else if (all.Count == 0) terminal.Out.WriteLine("no session yet: gaitsense walk --person CODE, or gaitsense session add CODE");
                else StoreTable.Write(terminal, ["session", "person", "day", "what", "minutes", "how it ended", "source"], all.Select(s => Row(s.Person, s.Session)));
                return ExitCode.Done;
            },
            parsed,
            stop));
        return command;
    }

    /// <summary>The end of an id that is shown.</summary>
    public static string Short(Guid id) => id.ToString("N")[^ShortDigits..];

    private const int ShortDigits = 12;

    /// <summary>A session by its id, or by the end of it.</summary>
    public static async Task<(Person Person, Session Session)> FindAsync(TrainingStore store, string id, CancellationToken stop)
    {
        // A whole id needs no search.
        if (Guid.TryParse(id, out Guid whole))
        {
            return await store.Sessions.FindAsync(whole, stop).ConfigureAwait(false) is { } one && await store.People.FindAsync(one.PersonId, stop).ConfigureAwait(false) is { } whose
                ? (whose, one)
                : throw new StoreException(StoreFailure.NotFound, $"there is no session {id}; gaitsense session lists them");
        }

        string digits = id.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
        List<(Person, Session)> found = [];
        if (digits.Length >= 4)
        {
            foreach (Person person in await store.People.ListAsync(cancellation: stop).ConfigureAwait(false))
                found.AddRange((await store.Sessions.ListAsync(person.Id, cancellation: stop).ConfigureAwait(false)).Where(s => s.Id.ToString("N").EndsWith(digits, StringComparison.Ordinal)).Select(s => (person, s)));
        }

        return found switch
        {
            [var one] => one,
            [] => throw new StoreException(StoreFailure.NotFound, $"there is no session {id}; gaitsense session lists them"),
            _ => throw new StoreException(StoreFailure.NotFound, $"several sessions end with {id}: give more of the id"),
        };
    }

    private static string[] Row(Person person, Session session) =>
    [
        Short(session.Id), person.Code, LocalDay.Of(session).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), SessionKind.Of(session) + (session.Trials.Count(TrialReview.Waits) is > 0 and var waiting ? string.Create(CultureInfo.InvariantCulture, $", {waiting} to review") : ""),
        SessionDose.Of(session).Minutes is { } minutes ? minutes.ToString("0.0", CultureInfo.InvariantCulture) : "",
        Words.InFiles(session.Status) + (session.StopReason == StopReason.None ? "" : ": " + Words.InFiles(session.StopReason)),
        Words.InFiles(session.Source),
    ];
}
