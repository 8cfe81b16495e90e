using System.CommandLine;
using GaitSense.Cli.App;
using GaitSense.Cli.App.Completion;

namespace GaitSense.Cli.Commands;

/// <summary><c>gaitsense completion</c>: a script that completes the command line in a shell.</summary>
internal static class CompletionCommand
{
    private const string Examples =
        """
        Examples:
          source <(gaitsense completion bash)                                          bash, for now; in ~/.bashrc: always
          gaitsense completion zsh > "${fpath[1]}/_gaitsense"                          zsh
          gaitsense completion fish > ~/.config/fish/completions/gaitsense.fish        fish
          gaitsense completion pwsh | Out-String | Invoke-Expression                   PowerShell; in $PROFILE: always

        Commands, options, their words and the names of simulated walks are completed, and file names everywhere else. After an update, make it again.
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        var shell = new Argument<string>("SHELL") { HelpName = "SHELL", Description = $"One of {string.Join(", ", CompletionScript.Shells)}." };
        shell.AcceptOnlyFromAmong([.. CompletionScript.Shells]);
        var command = new Command("completion", "Print a script that completes commands, options and names in a shell.") { shell };
        command.SetAction((parsed, stop) => guard(
            (terminal, _) =>
            {
                terminal.Out.Write(CompletionScript.For(parsed.GetRequiredValue(shell), CompletionWords.Of((RootCommand)parsed.RootCommandResult.Command)));
                return Task.FromResult(ExitCode.Done);
            },
            parsed,
            stop));
        return command;
    }
}
