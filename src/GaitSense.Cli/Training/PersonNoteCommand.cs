using System.CommandLine;
using GaitSense.Cli.App;
using GaitSense.Storage;
using GaitSense.Training.People;

namespace GaitSense.Cli.Training;

/// <summary><c>gaitsense people note</c>: a clinician's note.</summary>
internal static class PersonNoteCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense people note P07 "new stick since Monday" --by PT2

        A note leaves the store with no export.
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        StoreArguments store = new();
        Argument<string> code = StoreArguments.Person();
        var text = new Argument<string>("TEXT") { Description = "The note." };
        Option<string> by = PersonSignOffCommand.By();
        var command = new Command("note", "Write a note about a person.") { code, text, by, store.Store };
        command.SetAction((parsed, stop) => guard(
            async (terminal, token) =>
            {
                if (string.IsNullOrWhiteSpace(parsed.GetValue(text))) throw new UsageException("the note is empty. Give its text in quotes.");
                await using TrainingStore opened = await store.OpenAsync(terminal, parsed, create: false, token).ConfigureAwait(false);
                Person person = await StoreArguments.FindAsync(opened, parsed.GetValue(code)!, token).ConfigureAwait(false);
                DateTimeOffset now = terminal.Time.GetUtcNow();
                await opened.Notes.AddAsync(new Note { Id = Guid.CreateVersion7(now), PersonId = person.Id, By = parsed.GetValue(by)!, At = now, Text = parsed.GetValue(text)! }, token).ConfigureAwait(false);
                terminal.Out.WriteLine($"{person.Code}: noted");
                return ExitCode.Done;
            },
            parsed,
            stop));
        return command;
    }
}
