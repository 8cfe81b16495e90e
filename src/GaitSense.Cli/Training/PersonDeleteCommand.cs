using System.CommandLine;
using GaitSense.Cli.App;
using GaitSense.Storage;
using GaitSense.Training.People;

namespace GaitSense.Cli.Training;

/// <summary><c>gaitsense people delete</c>: a person, with all that is kept of them.</summary>
internal static class PersonDeleteCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense people delete P07 --yes

        Gone are the person's rows, who they are, recordings that are of nobody else's sessions, copies of the store from before an update or a restore, and the bytes that all this
        leaves in the store's files. Backups, exports and files outside of the store still have them: delete those yourself; a restore of an older backup deletes the person once more.
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        StoreArguments store = new();
        Argument<string> code = StoreArguments.Person();
        var yes = new Option<bool>("--yes") { Description = "Do it: there is no way back." };
        var command = new Command("delete", "Delete a person with all that is kept of them.") { code, store.Store, yes };
        command.SetAction((parsed, stop) => guard((terminal, token) => DeleteAsync(terminal, store, parsed, parsed.GetValue(code)!, parsed.GetValue(yes), token), parsed, stop));
        return command;
    }

    private static async Task<int> DeleteAsync(Terminal terminal, StoreArguments arguments, ParseResult parsed, string code, bool yes, CancellationToken stop)
    {
        await using TrainingStore store = await arguments.OpenAsync(terminal, parsed, create: false, stop).ConfigureAwait(false);
        Person person = await StoreArguments.FindAsync(store, code, stop).ConfigureAwait(false);
        if (!yes) throw new UsageException($"{person.Code} would be deleted with all plans, sessions and recordings, and there is no way back. If that is meant, add --yes.");
        await store.People.DeleteAsync(person.Id, stop).ConfigureAwait(false);
        terminal.Out.WriteLine($"{person.Code}: deleted. Backups and exports still have what was in them; a restore of an older backup deletes {person.Code} once more.");
        return ExitCode.Done;
    }
}
