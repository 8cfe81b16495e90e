using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace GaitSense.Training.Texts;

/// <summary>
/// Sentences that rules, store and server say in English, in another language for whoever reads them at the desk: the English texts of the keys <c>said.*</c> find them, and what stands in their
/// places is looked for in the same way; in those of <c>said.differ.*</c> stand words of files, which the desk has as <c>desk.word.*</c>. One that has no text stays as it was said. Files, the audit
/// and the command line keep the English ones.
/// </summary>
internal static partial class SaidSentences
{
    private const string Keys = "said.", OfWords = "said.differ.", Between = "; ";

    // A sentence within a sentence within a sentence, and no further.
    private const int Deepest = 3;

    private static readonly Lazy<(string Key, Regex Pattern)[]> All = new(Read);

    /// <summary>A sentence in a language.</summary>
    /// <param name="said">In English, with or without its capital and its full stop.</param>
    /// <param name="into">The language.</param>
    /// <param name="numbers">How it writes numbers.</param>
    public static string In(string said, Catalogue into, NumberFormatInfo numbers) => In(said, into, numbers, Deepest);

    private static string In(string said, Catalogue into, NumberFormatInfo numbers, int depth)
    {
        if (said.Length == 0 || depth == 0) return said;
        string end = said[^1] is '.' ? "." : "", sentence = said[..^end.Length];
        foreach ((string key, Regex pattern) in All.Value)
        {
            if (pattern.Match(sentence) is not { Success: true } match) continue;
            Func<string, string> read = key.StartsWith(OfWords, StringComparison.Ordinal) ? into.Word : said => In(said, into, numbers, depth - 1);
            object[] values = [.. pattern.GetGroupNames().Where(n => n.StartsWith('p')).Order(StringComparer.Ordinal).Select(n => (object)read(match.Groups[n].Value))];
            string text = into.Clinician(key, values) + end;
            return char.IsUpper(said[0]) ? char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..] : text;
        }

        if (Dated().Match(said) is { Success: true } dated && DateOnly.TryParseExact(dated.Groups["day"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            return DayText.Of(day, into.Language) + dated.Groups["colon"].Value + In(dated.Groups["rest"].Value, into, numbers, depth - 1);
        if (said.Contains(Between, StringComparison.Ordinal)) return string.Join(Between, said.Split(Between).Select(s => In(s, into, numbers, depth - 1)));
        return Decimals().IsMatch(said) ? said.Replace(".", numbers.NumberDecimalSeparator, StringComparison.Ordinal) : said;
    }

    // The one with the most words of its own comes first: "{0} near a line" before "{0}".
    private static (string Key, Regex Pattern)[] Read()
    {
        Catalogue english = Catalogue.Of(Language.English);
        return [.. english.ClinicianTexts.Where(t => t.Key.StartsWith(Keys, StringComparison.Ordinal)).OrderByDescending(t => Places().Replace(t.Value, "").Length).Select(t => (t.Key, Pattern(t.Value)))];
    }

    private static Regex Pattern(string text)
    {
        StringBuilder pattern = new("^");
        int from = 0;
        foreach (Match place in Places().Matches(text))
        {
            pattern.Append(Plain(text[from..place.Index], from == 0));
            from = place.Index + place.Length;
            pattern.Append(place.Groups["one"].Success ? $"({Regex.Escape(place.Groups["one"].Value)}|{Regex.Escape(place.Groups["other"].Value)})" : $"(?<p{place.Groups["place"].Value}>.+?)");
        }

        return new Regex(pattern.Append(Plain(text[from..], from == 0)).Append('$').ToString(), RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    // A sentence begins with a capital, or stands within another.
    private static string Plain(string text, bool isFirst) =>
        isFirst && text.Length > 0 ? $"({Regex.Escape(text[..1].ToUpperInvariant())}|{Regex.Escape(text[..1].ToLowerInvariant())}){Regex.Escape(text[1..])}" : Regex.Escape(text);

    // {0}, and a word that goes by its number: {0|session|sessions}.
    [GeneratedRegex(@"\{(?<place>\d)(\|(?<one>[^|{}]+)\|(?<other>[^|{}]+))?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Places();

    // A number by itself, with its unit: nothing else has a decimal point that is one.
    [GeneratedRegex(@"^[-+−]?\d+\.\d+( \S{1,9})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Decimals();

    // A day by itself, or before what is said of it.
    [GeneratedRegex(@"^(?<day>\d{4}-\d{2}-\d{2})((?<colon>: )(?<rest>.+))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Dated();
}
