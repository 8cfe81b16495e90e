using System.CommandLine;
using System.Text.RegularExpressions;

namespace GaitSense.Cli.App;

/// <summary>The parser's complaints in one line each and in words of this program: the library's own name types, and list choices below each other.</summary>
internal static partial class ParserWords
{
    /// <summary>What a complaint says; what is not known here stays as it is.</summary>
    /// <param name="message">The parser's own words.</param>
    /// <param name="at">The command they are about.</param>
    public static string Of(string message, Command at)
    {
        if (NoNumber().Match(message) is { Success: true } number)
            return $"{number.Groups["option"].Value} is {number.Groups["value"].Value}; it should be {(number.Groups["type"].Value.Contains("Int", StringComparison.Ordinal) ? "a whole number" : "a number, like 2.5")}.";
        if (NoChoice().Match(message) is { Success: true } choice)
        {
            string[] known = [.. Quoted().Matches(choice.Groups["known"].Value).Select(m => m.Groups["word"].Value)];
            string value = choice.Groups["value"].Value;
            return $"{value} is not known here; it should be {(known.Length > 1 ? string.Join(", ", known[..^1]) + " or " : "")}{known[^1]}{DidYouMean.Ending(value, known)}";
        }

        if (NoValue().Match(message) is { Success: true } option)
            return $"{option.Groups["option"].Value} needs a value{(at.Options.FirstOrDefault(o => string.Equals(o.Name, option.Groups["option"].Value, StringComparison.Ordinal))?.HelpName is { } name ? $": {option.Groups["option"].Value} {name}" : "")}.";
        if (NoArgument().Match(message) is { Success: true } argument) return $"{argument.Groups["name"].Value} is missing: {at.Name} needs {Arguments(at)}.";
        return TooMuch().Match(message) is { Success: true } word ? $"{word.Groups["word"].Value} is too much: {at.Name} takes {Arguments(at)} only." : message;
    }

    private static string Arguments(Command command) => command.Arguments.Count == 0 ? "options" : string.Join(" and ", command.Arguments.Select(a => a.Name));

    [GeneratedRegex("^Cannot parse argument '(?<value>.*)' for option '(?<option>.*)' as expected type '(?<type>.*)'\\.$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex NoNumber();

    [GeneratedRegex("^Argument '(?<value>.*)' not recognized\\. Must be one of:(?<known>.*)$", RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex NoChoice();

    [GeneratedRegex("'(?<word>[^']*)'", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex("^Required argument missing for option: '(?<option>.*)'\\.$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex NoValue();

    [GeneratedRegex("^Required argument '(?<name>.*)' missing for command: '.*'\\.$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex NoArgument();

    [GeneratedRegex("^Unrecognized command or argument '(?<word>.*)'\\.$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex TooMuch();
}
