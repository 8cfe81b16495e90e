using System.CommandLine;
using System.CommandLine.Parsing;

namespace GaitSense.Cli.App;

/// <summary>A file or recording whose path is empty is wrong usage, whatever the command: <c>"$UNSET"</c> in a script.</summary>
internal static class EmptyRule
{
    private static readonly string[] Places = ["FILE", "RECORDING"];

    /// <summary>Gives a command's options and arguments that are places the rule.</summary>
    public static void AddTo(Command command)
    {
        foreach (Option<string?> option in command.Options.OfType<Option<string?>>().Where(o => Places.Contains(o.HelpName, StringComparer.Ordinal))) option.Validators.Add(r => Check(r, option.Name, r.Tokens));
        foreach (Argument argument in command.Arguments.Where(a => a is Argument<string?> && a.Name is "FILE" or "RECORDING" or "PATH")) argument.Validators.Add(r => Check(r, argument.Name, r.Tokens));
    }

    private static void Check(SymbolResult result, string name, IEnumerable<Token> tokens)
    {
        if (tokens.Any(t => string.IsNullOrWhiteSpace(t.Value))) result.AddError($"{name} is empty. Give a path.");
    }
}
