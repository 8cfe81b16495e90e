using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Help;

namespace GaitSense.Cli.App.Completion;

/// <summary>What can be typed after the program's name: the commands as completion scripts need them.</summary>
/// <param name="Name">The command.</param>
/// <param name="Description">What it does.</param>
/// <param name="Options">Its options.</param>
/// <param name="Values">Words that its arguments can be; empty: they are paths.</param>
internal sealed record CompletionWords(string Name, string Description, IReadOnlyList<CompletionOption> Options, IReadOnlyList<string> Values)
{
    /// <summary>All commands of the program.</summary>
    public static IReadOnlyList<CompletionWords> Of(RootCommand root)
    {
        IReadOnlyList<CompletionOption> everywhere = [.. root.Options.Where(o => o.Recursive || o is HelpOption).Select(CompletionOption.Of)];
        return
        [
            .. root.Subcommands.Where(c => !c.Hidden).Select(c => new CompletionWords(
                c.Name, FirstSentence(c.Description), [.. OptionsOf(c), .. everywhere], [.. c.Subcommands.Select(part => part.Name), .. c.Arguments.SelectMany(Words)])),
        ];
    }

    // The options of a command and of those below it: after "people add" the same line is completed as after "people".
    private static IEnumerable<CompletionOption> OptionsOf(Command command) =>
        command.Subcommands.Prepend(command).SelectMany(c => c.Options).Where(o => !o.Hidden).Select(CompletionOption.Of).DistinctBy(o => o.Names[0], StringComparer.Ordinal);

    /// <summary>The words that a value can be.</summary>
    public static IEnumerable<string> Words(Symbol symbol) => symbol.GetCompletions(CompletionContext.Empty).Select(c => c.Label);

    /// <summary>A description for one line.</summary>
    public static string FirstSentence(string? description)
    {
        string line = (description ?? "").ReplaceLineEndings(" ");
        int end = line.IndexOf(". ", StringComparison.Ordinal);
        return (end < 0 ? line : line[..end]).TrimEnd('.');
    }
}
