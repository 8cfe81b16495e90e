using System.CommandLine;
using GaitSense.Cli.App;

namespace GaitSense.Cli.Commands;

/// <summary><c>gaitsense help</c>: what <c>--help</c> says, asked for the other way round. <see cref="CommandLineApp"/> turns it round before anything else.</summary>
internal static class HelpCommand
{
    /// <summary>Its name.</summary>
    public const string Name = "help";

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, "");

    private static Command Create(Guard guard)
    {
        var about = new Argument<string?>("COMMAND") { HelpName = "COMMAND", Description = "The command.", Arity = ArgumentArity.ZeroOrOne };
        about.CompletionSources.Add(_ => CommandDefinition.Names.Select(n => new System.CommandLine.Completions.CompletionItem(n)));
        return new Command(Name, "Show what a command does, with its options and examples.") { about };
    }
}
