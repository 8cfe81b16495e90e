using System.CommandLine;
using GaitSense.Cli.App;
using GaitSense.Storage;
using GaitSense.Training.People;
using GaitSense.Training.Records;

namespace GaitSense.Cli.Training;

/// <summary><c>gaitsense session assign</c>: a session that was recorded under the wrong person.</summary>
internal static class SessionAssignCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense session assign 3249c9f16f6f P08

        The audit has both. What it was of a plan is forgotten: a plan is its person's own.
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        StoreArguments store = new();
        Argument<string> id = SessionShowCommand.Id();
        Argument<string> code = StoreArguments.Person();
        var command = new Command("assign", "Give a session to another person.") { id, code, store.Store };
        command.SetAction((parsed, stop) => guard(
            async (terminal, token) =>
            {
                await using TrainingStore opened = await store.OpenAsync(terminal, parsed, create: false, token).ConfigureAwait(false);
                (Person from, Session session) = await SessionCommand.FindAsync(opened, parsed.GetValue(id)!, token).ConfigureAwait(false);
                Person to = await StoreArguments.FindAsync(opened, parsed.GetValue(code)!, token).ConfigureAwait(false);
                await opened.Sessions.ReassignAsync(session.Id, to.Id, token).ConfigureAwait(false);
                terminal.Out.WriteLine($"session {SessionCommand.Short(session.Id)}: was of {from.Code}, is of {to.Code}");
                return ExitCode.Done;
            },
            parsed,
            stop));
        return command;
    }
}
