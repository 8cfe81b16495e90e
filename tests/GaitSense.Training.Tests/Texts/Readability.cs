namespace GaitSense.Training.Tests.Texts;

/// <summary>How hard a text is to read: grades of school, by counts of words and syllables.</summary>
internal static class Readability
{
    private const string GermanVowels = "aeiouyäöü";

    private static readonly string[] GermanDiphthongs = ["ei", "ai", "au", "eu", "äu", "ie", "ee", "aa", "oo"];

    /// <summary>Flesch-Kincaid grade level (Kincaid et al. 1975).</summary>
    public static double FleschKincaid(string text)
    {
        string[][] sentences = Sentences(text);
        double words = sentences.Sum(s => s.Length), syllables = sentences.Sum(s => s.Sum(EnglishSyllables));
        return (0.39 * words / sentences.Length) + (11.8 * syllables / words) - 15.59;
    }

    /// <summary>First Wiener Sachtextformel (Bamberger and Vanecek 1984).</summary>
    public static double WienerSachtext(string text)
    {
        string[][] sentences = Sentences(text);
        string[] words = [.. sentences.SelectMany(s => s)];
        double Share(Func<string, bool> of) => 100.0 * words.Count(of) / words.Length;
        return (0.1935 * Share(w => GermanSyllables(w) >= 3)) + (0.1672 * words.Length / sentences.Length) + (0.1297 * Share(w => w.Length > 6)) - (0.0327 * Share(w => GermanSyllables(w) == 1)) - 0.875;
    }

    /// <summary>The words of each sentence; a place for a value is one word.</summary>
    public static string[][] Sentences(string text) =>
        [.. text.Replace("{0}", "5", StringComparison.Ordinal).Replace("{1}", "5", StringComparison.Ordinal).Split(['.', '?', '!', ':'], StringSplitOptions.RemoveEmptyEntries)
            .Select(s => s.Split([' ', ',', ';', '"', '\n'], StringSplitOptions.RemoveEmptyEntries)).Where(s => s.Length > 0)];

    private static int EnglishSyllables(string word)
    {
        string letters = new([.. word.ToLowerInvariant().Where(c => c is >= 'a' and <= 'z')]);
        int groups = Groups(letters, "aeiouy");
        bool silentE = letters.EndsWith('e') && !letters.EndsWith("le", StringComparison.Ordinal);
        bool silentEd = letters.EndsWith("ed", StringComparison.Ordinal) && letters is not [.., 't' or 'd', 'e', 'd'];
        return Math.Max(1, groups > 1 && (silentE || silentEd) ? groups - 1 : groups);
    }

    private static int GermanSyllables(string word)
    {
        string letters = word.ToLowerInvariant();
        foreach (string two in GermanDiphthongs) letters = letters.Replace(two, "a.", StringComparison.Ordinal);
        return Math.Max(1, letters.Count(c => GermanVowels.Contains(c, StringComparison.Ordinal)));
    }

    private static int Groups(string letters, string vowels) => letters.Where((c, i) => vowels.Contains(c, StringComparison.Ordinal) && (i == 0 || !vowels.Contains(letters[i - 1], StringComparison.Ordinal))).Count();
}
