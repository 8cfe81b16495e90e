using System.Text.RegularExpressions;
using GaitSense.Recording.Text;

namespace GaitSense.Recording.Import.Study;

/// <summary>Where in a recording's place its participant, visit and group stand.</summary>
public static partial class PersonPattern
{
    /// <summary>The parts that a pattern may name.</summary>
    public const string Participant = "participant", Visit = "visit", Group = "group";

    /// <summary>Makes an expression of a pattern: <c>{group}/{participant}/{visit}</c>, <c>{participant}_{visit}</c>; <c>*</c> is any text within a part.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="path">The file that messages name.</param>
    /// <exception cref="RecordingFormatException">It names no participant, or something else.</exception>
    public static Regex Parse(string pattern, string path)
    {
        Check(pattern, path);
        string expression = Regex.Escape(pattern).Replace("\\*", "[^/]*", StringComparison.Ordinal);
        expression = EscapedName().Replace(expression, m => $"(?<{m.Groups["name"].Value}>[^/]+?)");
        return new Regex("^" + expression + "(?:/|$)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
    }

    /// <summary>Looks whether a pattern is one. Nothing is made of it, so a page that reads settings carries no engine for expressions (100 kB).</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="path">The file that messages name.</param>
    /// <exception cref="RecordingFormatException">It names no participant, or something else.</exception>
    public static void Check(string pattern, string path)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        if (pattern.Length > 200) throw new RecordingFormatException(path, "the pattern is too long");
        string[] named = [.. Named().Matches(pattern).Select(m => m.Groups["name"].Value)];
        if (Array.Find(named, n => n is not (Participant or Visit or Group)) is { } other)
            throw new RecordingFormatException(path, $"the pattern has {{{TextForPeople.Show(other, 30)}}}: it knows {{participant}}, {{visit}} and {{group}}");
        if (!named.Contains(Participant, StringComparer.Ordinal)) throw new RecordingFormatException(path, "the pattern has no {participant}, for example {participant}/{visit}");
        if (named.Distinct(StringComparer.Ordinal).Count() != named.Length) throw new RecordingFormatException(path, "the pattern names a part twice");
    }

    [GeneratedRegex("\\{(?<name>[^{}]*)\\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Named();

    // Regex.Escape leaves } and escapes {.
    [GeneratedRegex("\\\\\\{(?<name>[a-z]+)\\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex EscapedName();
}
