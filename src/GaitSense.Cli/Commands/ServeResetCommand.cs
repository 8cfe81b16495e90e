using System.CommandLine;
using GaitSense.Cli.App;
using GaitSense.Cli.Training;
using GaitSense.Clinic.Accounts;
using GaitSense.Storage;

namespace GaitSense.Cli.Commands;

/// <summary><c>gaitsense serve reset-password</c>: a code for an account whose password was forgotten.</summary>
internal static class ServeResetCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense serve reset-password chief --store clinic.db

        Whoever may read the store may do this. The code is typed at the desk, opened on the server's own computer (a browser there, or an SSH tunnel): "Forgot the password?" below the sign-in.
        The server may go on serving meanwhile. The code is used once; who is signed in with the account is signed out then. The audit has both.
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        StoreArguments store = new();
        Argument<string> user = CommonOptions.NoOptions(new Argument<string>("NAME") { Description = "Whose: the account's user name." });
        var command = new Command("reset-password", "Give a one-time code that sets an account's password anew.") { user, store.Store };
        command.SetAction((parsed, stop) => guard(
            async (terminal, token) =>
            {
                string name = parsed.GetRequiredValue(user);
                await using TrainingStore opened = await store.OpenAsync(terminal, parsed, create: false, token).ConfigureAwait(false);
                string code = await PasswordReset.GiveAsync(opened, name, terminal.Time.GetUtcNow(), token).ConfigureAwait(false);
                terminal.Out.WriteLine($"{name}: {code}   (for {PasswordReset.Lasts.TotalMinutes:0} minutes, once, at the desk of this computer: \"Forgot the password?\")");
                return ExitCode.Done;
            },
            parsed,
            stop));
        return command;
    }
}
