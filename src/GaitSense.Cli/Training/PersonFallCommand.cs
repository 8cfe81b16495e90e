using System.CommandLine;
using GaitSense.Cli.App;
using GaitSense.Storage;
using GaitSense.Training.Days;
using GaitSense.Training.People;

namespace GaitSense.Cli.Training;

/// <summary><c>gaitsense people fall</c>: a line of the fall diary.</summary>
internal static class PersonFallCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense people fall P07                                    today
          gaitsense people fall P07 --on 2026-11-20 --injury --text "on the stairs"

        Two falls within six months keep walking backward in the clinic. No risk of falling is computed from them.
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        StoreArguments store = new();
        Argument<string> code = StoreArguments.Person();
        Option<string?> on = PersonFields.DateOption("--on", "The day, where the person lives. Default: today.");
        var injury = new Option<bool?>("--injury") { Description = "The person was injured; --injury false: they were not. Default: not said.", HelpName = "true|false" };
        var during = new Option<bool?>("--during-session") { Description = "It happened in a session; --during-session false: it did not. Default: not said.", HelpName = "true|false" };
        var text = new Option<string?>("--text") { Description = "What was said about it.", HelpName = "TEXT" };
        var command = new Command("fall", "Write a line of the fall diary.") { code, on, injury, during, text, store.Store };
        command.SetAction((parsed, stop) => guard(
            async (terminal, token) =>
            {
                await using TrainingStore opened = await store.OpenAsync(terminal, parsed, create: false, token).ConfigureAwait(false);
                Person person = await StoreArguments.FindAsync(opened, parsed.GetValue(code)!, token).ConfigureAwait(false);
                DateOnly today = StoreArguments.Today(terminal, person), day = PersonFields.DateOf(parsed, on) ?? today;
                if (DiaryDay.WhyNot(day, today) is { } why) throw new UsageException($"--on: {why}.");
                await opened.Falls.AddAsync(
                    new Fall { Id = Guid.CreateVersion7(terminal.Time.GetUtcNow()), PersonId = person.Id, LocalDate = day, Injury = parsed.GetValue(injury), DuringSession = parsed.GetValue(during), Text = parsed.GetValue(text) ?? "" },
                    token).ConfigureAwait(false);
                terminal.Out.WriteLine($"{person.Code}: noted");
                return ExitCode.Done;
            },
            parsed,
            stop));
        return command;
    }
}
