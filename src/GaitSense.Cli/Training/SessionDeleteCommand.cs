using System.CommandLine;
using GaitSense.Cli.App;
using GaitSense.Storage;
using GaitSense.Training.People;
using GaitSense.Training.Records;

namespace GaitSense.Cli.Training;

/// <summary><c>gaitsense session delete</c>.</summary>
internal static class SessionDeleteCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense session delete 3249c9f16f6f             asks first
          gaitsense session delete 3249c9f16f6f --yes
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        StoreArguments store = new();
        Argument<string> id = SessionShowCommand.Id();
        var yes = new Option<bool>("--yes") { Description = "Do not ask." };
        var command = new Command("delete", "Delete a session, with its measures and its recording.") { id, yes, store.Store };
        command.SetAction((parsed, stop) => guard(
            async (terminal, token) =>
            {
                await using TrainingStore opened = await store.OpenAsync(terminal, parsed, create: false, token).ConfigureAwait(false);
                (Person person, Session session) = await SessionCommand.FindAsync(opened, parsed.GetValue(id)!, token).ConfigureAwait(false);
                if (!parsed.GetValue(yes))
                {
                    if (!terminal.CanAsk) throw new UsageException("nobody can be asked here: give --yes to delete it.");
                    if (await new KeyQuestion(terminal).AskAsync($"Delete session {SessionCommand.Short(session.Id)} of {person.Code}, for good?  y: yes, n: no", "yn", token).ConfigureAwait(false) == 'n') return ExitCode.Done;
                }

                await opened.Sessions.DeleteAsync(session.Id, token).ConfigureAwait(false);
                terminal.Out.WriteLine($"deleted: session {SessionCommand.Short(session.Id)} of {person.Code}");
                return ExitCode.Done;
            },
            parsed,
            stop));
        return command;
    }
}
