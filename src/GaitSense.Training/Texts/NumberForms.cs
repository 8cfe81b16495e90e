using System.Text.RegularExpressions;

namespace GaitSense.Training.Texts;

/// <summary>
/// Words that depend on a number before them: <c>{0} {0|minute|minutes}</c> has the first where the number reads "1", and the second for all others, parts of one included. Both languages have
/// these two forms. The page has the same rule (<c>texts.ts</c>).
/// </summary>
internal static partial class NumberForms
{
    private const string One = "1";

    /// <summary>The text with the right words, and its other places as they were.</summary>
    /// <param name="text">A text of a catalogue.</param>
    /// <param name="written">A value as it will be written, by its place; null: there is none.</param>
    public static string Choose(string text, Func<int, string?> written) =>
        Forms().Replace(text, m => string.Equals(written(m.Groups["place"].Value[0] - '0'), One, StringComparison.Ordinal) ? m.Groups["one"].Value : m.Groups["other"].Value);

    [GeneratedRegex(@"\{(?<place>\d)\|(?<one>[^|{}]+)\|(?<other>[^|{}]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Forms();
}
