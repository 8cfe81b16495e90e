using System.CommandLine;
using System.Globalization;
using GaitSense.Cli.App;
using GaitSense.Cli.Commands;
using GaitSense.Cli.View;
using GaitSense.Clinic.Documents;
using GaitSense.Core;
using GaitSense.Storage;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;
using GaitSense.Training.Texts;

namespace GaitSense.Cli.Training;

/// <summary><c>gaitsense people show</c>: all that is kept of a person, without recordings.</summary>
internal static class PersonShowCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense people show P07
          gaitsense people show P07 --json                  the same for a program
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        StoreArguments store = new();
        Argument<string> code = StoreArguments.Person();
        Option<bool> json = CommonOptions.Json();
        var command = new Command("show", "Show all that is kept of a person, without recordings.") { code, store.Store, json };
        command.SetAction((parsed, stop) => guard((terminal, token) => ShowAsync(terminal, store, parsed, parsed.GetValue(code)!, parsed.GetValue(json), token), parsed, stop));
        return command;
    }

    private static async Task<int> ShowAsync(Terminal terminal, StoreArguments arguments, ParseResult parsed, string code, bool json, CancellationToken stop)
    {
        await using TrainingStore store = await arguments.OpenAsync(terminal, parsed, create: false, stop).ConfigureAwait(false);
        Person person = await StoreArguments.FindAsync(store, code, stop).ConfigureAwait(false);
        IReadOnlyList<Plan> plans = await store.Plans.ListAsync(person.Id, stop).ConfigureAwait(false);
        IReadOnlyList<Session> sessions = await store.Sessions.ListAsync(person.Id, cancellation: stop).ConfigureAwait(false);
        IReadOnlyList<SignOff> signOffs = await store.SignOffs.ListAsync(person.Id, stop).ConfigureAwait(false);
        IReadOnlyList<Fall> falls = await store.Falls.ListAsync(person.Id, stop).ConfigureAwait(false);
        IReadOnlyList<Consent> consents = await store.Consents.ListAsync(person.Id, stop).ConfigureAwait(false);
        IReadOnlyList<Note> notes = await store.Notes.ListAsync(person.Id, stop).ConfigureAwait(false);
        if (json)
        {
            terminal.Out.Write(StoreJson.Of(new { person = StoreDocuments.Of(person), plans, sessions = sessions.Count, sign_offs = signOffs, falls, consents, notes }));
            return ExitCode.Done;
        }

        DateOnly today = StoreArguments.Today(terminal, person);
        List<string[]> rows =
        [
            ["status", Words.InFiles(person.Status)], ["zone", person.Zone], ["aid", StoreWords.Said(person.Aid)], ["orthosis", StoreWords.Said(person.Orthosis)], ["weaker side", person.AffectedSide == AffectedSide.None ? "not said" : Words.InFiles(person.AffectedSide)],
            ["leg length", person.LegLengthM is { } leg ? Phrases.Number(leg, "0.00", "m") : "not measured"],
            ["disease steps", person.DiseaseSteps is { } steps ? steps.ToString(CultureInfo.InvariantCulture) : "not asked"],
            ["relapse", person.RelapseOn is { } on ? Day(on) + (person.ClearedOn is { } cleared ? $", pause ended {Day(cleared)}" : "") : "none reported"],
            ["plan", plans.Count == 0 ? "none" : string.Create(CultureInfo.InvariantCulture, $"{plans[^1].Template}, version {plans[^1].Version}, {Day(plans[^1].From)} to {Day(plans[^1].To)}: {ReasonText.Of(plans[^1].Reason, Catalogue.Of(Language.English))}")],
            ["sessions", sessions.Count.ToString(CultureInfo.InvariantCulture)],
            .. signOffs.Where(s => s.Until >= today).Select(s => new[] { "sign-off", $"{Words.InFiles(s.What)} until {Day(s.Until)}, by {s.By}" }),
            .. falls.Select(f => new[] { "fall", Day(f.LocalDate) + (f.Injury switch { true => ", injured", false => ", not injured", null => ", injury not said" }) + (f.DuringSession switch { true => ", in a session", false => ", not in a session", null => "" }) + (f.Text.Length > 0 ? $": {f.Text}" : "") }),
            .. consents.Select(c => new[] { "consent", c.What + (c.Withdrawn is null ? "" : ", withdrawn") }),
            .. notes.Select(n => new[] { "note", $"{n.By}: {n.Text}" }),
        ];
        StoreTable.Write(terminal, [person.Code, ""], rows);
        return ExitCode.Done;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
