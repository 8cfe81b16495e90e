using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using GaitSense.Cli.Commands;

namespace GaitSense.Cli.App;

/// <summary>Unknown words, and the known one that was probably meant.</summary>
internal static class DidYouMean
{
    /// <summary>The end of a sentence about an unknown word: <c>; did you mean analyze?</c>, or a full stop where nothing is near.</summary>
    /// <param name="word">What was typed.</param>
    /// <param name="known">What could have been.</param>
    public static string Ending(string word, IEnumerable<string> known) => Nearest(word, known) is { } meant ? $"; did you mean {meant}?" : ".";

    /// <summary>The end of a sentence about a word that is no command but what one of them takes: <c>; it is a TEST of gaitsense test, try: gaitsense test --help</c>. Null: it is none.</summary>
    /// <param name="word">What was typed.</param>
    /// <param name="group">Whose commands could have been meant.</param>
    public static string? Argument(string word, Command group)
    {
        foreach (Command command in group.Subcommands.Where(c => c.Name is not HelpCommand.Name))
            foreach (Argument argument in command.Arguments)
                if (argument.GetCompletions(CompletionContext.Empty).Any(c => string.Equals(c.Label, word, StringComparison.OrdinalIgnoreCase)))
                    return $"; it is a {argument.HelpName ?? argument.Name} of gaitsense {command.Name}, try: gaitsense {command.Name} --help";
        return null;
    }

    /// <summary>What is wrong with an unknown option of a command.</summary>
    /// <param name="option">As it was typed.</param>
    /// <param name="at">Where: the command, or a part of it.</param>
    public static string NoOption(string option, SymbolResult at)
    {
        string name = option.Split('=', 2)[0];
        List<string> known = [];
        for (SymbolResult? r = at; r is not null; r = r.Parent)
            if (r is CommandResult { Command: var command }) known.AddRange(command.Options.Where(o => !o.Hidden).Select(o => o.Name));
        return $"there is no option {name}{Ending(name, known)}";
    }

    // One slip in a short word, one in three letters in a longer one, whether a letter is wrong, missing, too many, or two have changed places.
    private static string? Nearest(string word, IEnumerable<string> known)
    {
        (string Name, int Distance)[] near = [.. known.Select(k => (k, Distance(word.ToLowerInvariant(), k))).Where(k => k.Item2 <= Math.Max(1, word.TrimStart('-').Length / 3)).OrderBy(k => k.Item2)];
        return near.Length > 0 ? near[0].Name : null;
    }

    // The restricted edit distance of Damerau (1964).
    private static int Distance(string a, string b)
    {
        int[,] d = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++) d[i, 0] = i;
        for (int j = 0; j <= b.Length; j++) d[0, j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                d[i, j] = Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }

        return d[a.Length, b.Length];
    }
}
