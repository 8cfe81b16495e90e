using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Help;

namespace GaitSense.Cli;

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
                c.Name, FirstSentence(c.Description), [.. c.Options.Where(o => !o.Hidden).Select(CompletionOption.Of), .. everywhere], [.. c.Arguments.SelectMany(Words)])),
        ];
    }

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

/// <summary>An option as completion scripts need it.</summary>
/// <param name="Names">All its names, the long one first.</param>
/// <param name="Description">What it does.</param>
/// <param name="TakesValue">Whether a value follows.</param>
/// <param name="Values">The words that the value can be; empty: it is a path, or any text.</param>
internal sealed record CompletionOption(IReadOnlyList<string> Names, string Description, bool TakesValue, IReadOnlyList<string> Values)
{
    /// <summary>That of an option.</summary>
    public static CompletionOption Of(Option option)
    {
        bool takesValue = option.Arity.MaximumNumberOfValues > 0 && option.ValueType != typeof(bool);
        return new([option.Name, .. option.Aliases.Where(a => a is not ("-?" or "/?" or "/h"))], CompletionWords.FirstSentence(option.Description), takesValue, takesValue ? [.. CompletionWords.Words(option)] : []);
    }
}
