using System.Text.RegularExpressions;
using GaitSense.Training.Texts;
using GaitSense.Training.TimedTests;

namespace GaitSense.Cli.Tests;

/// <summary>Keys of texts that reached a person in place of the texts. Every command that a test runs is looked through; what is for programs (<c>--json</c>) has keys by right.</summary>
internal static partial class BareKeys
{
    private static readonly HashSet<string> Keys = new(
        new[] { Language.English, Language.German }.SelectMany(l => Catalogue.Of(l).WalkerKeys.Concat(Catalogue.Of(l).ClinicianKeys).Concat(TestScripts.Of(l).Keys)), StringComparer.Ordinal);

    /// <summary>The keys in a text.</summary>
    public static IReadOnlyList<string> In(string text) => [.. Word().Matches(text).Select(m => m.Value).Where(Keys.Contains).Distinct(StringComparer.Ordinal)];

    /// <summary>Fails where a command's output has one.</summary>
    public static Cli.Outcome Checked(Cli.Outcome outcome, IReadOnlyList<string> args)
    {
        In(outcome.Error).ShouldBeEmpty($"gaitsense {string.Join(' ', args)}: a key of a text on stderr");
        if (!args.Contains("--json", StringComparer.Ordinal)) In(outcome.Out).ShouldBeEmpty($"gaitsense {string.Join(' ', args)}: a key of a text on stdout");
        return outcome;
    }

    [GeneratedRegex(@"(?<![a-z0-9.-])[a-z0-9]+([.-][a-z0-9]+)+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Word();
}
