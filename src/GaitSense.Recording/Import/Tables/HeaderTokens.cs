using System.Text;

namespace GaitSense.Recording.Import.Tables;

/// <summary>A column's name as words: <c>AccelX [g]</c> is <c>accel</c>, <c>x</c> and the unit <c>g</c>.</summary>
internal static class HeaderTokens
{
    private static readonly (char Open, char Close)[] Brackets = [('(', ')'), ('[', ']'), ('{', '}')];

    /// <summary>The words of a name, in small letters, and the unit that it states in brackets; null where it states none.</summary>
    public static (List<string> Words, string? Unit) Of(string name)
    {
        string? unit = null;
        string rest = name;
        foreach ((char open, char close) in Brackets)
        {
            int from = rest.IndexOf(open, StringComparison.Ordinal), to = rest.LastIndexOf(close);
            if (from < 0 || to <= from + 1) continue;
            string inside = rest[(from + 1)..to];
            // Acc (X) has its axis in brackets, not a unit.
            if (inside.Trim() is "X" or "Y" or "Z" or "x" or "y" or "z" || inside.Trim().Length == 0) continue;
            unit = inside.Trim();
            rest = rest[..from] + " " + rest[(to + 1)..];
            break;
        }

        return (Split(rest), unit);
    }

    /// <summary>The words, those that a quantity and its axis are written together in taken apart: <c>accx</c>, <c>xgyro</c>, <c>ax</c>.</summary>
    public static List<string> WithAxesApart(List<string> words, Func<string, bool> isQuantity)
    {
        if (words.Exists(w => w is "x" or "y" or "z")) return words;
        var apart = new List<string>(words.Count + 1);
        foreach (string word in words)
        {
            bool ends = word.Length > 1 && word[^1] is 'x' or 'y' or 'z', begins = word.Length > 1 && word[0] is 'x' or 'y' or 'z';
            if (ends && (isQuantity(word[..^1]) || word is ['a' or 'g' or 'w', _])) apart.AddRange([word[..^1], word[^1..]]);
            else if (begins && isQuantity(word[1..])) apart.AddRange([word[1..], word[..1]]);
            else apart.Add(word);
        }

        return apart;
    }

    /// <summary>Takes the words that are a unit together out of others; null where there is none.</summary>
    public static double? TakeUnit(ref string[] words, Func<string, double?> known)
    {
        for (int length = Math.Min(4, words.Length); length > 0; length--)
        {
            for (int from = words.Length - length; from >= 0; from--)
            {
                if (known(string.Concat(words[from..(from + length)])) is not { } toSi) continue;
                words = [.. words[..from], .. words[(from + length)..]];
                return toSi;
            }
        }

        return null;
    }

    private static List<string> Split(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        char before = '\0';
        string plain = name.Replace("°", "deg", StringComparison.Ordinal).Replace("²", "2", StringComparison.Ordinal);
        for (int i = 0; i < plain.Length; i++)
        {
            char c = plain[i];
            if (!char.IsLetterOrDigit(c))
            {
                End();
                before = '\0';
                continue;
            }

            bool begins = before != '\0' && ((char.IsDigit(c) != char.IsDigit(before))
                || (char.IsUpper(c) && (char.IsLower(before) || (char.IsUpper(before) && i + 1 < plain.Length && char.IsLower(plain[i + 1])))));
            if (begins) End();
            word.Append(char.ToLowerInvariant(c));
            before = c;
        }

        End();
        return words;

        void End()
        {
            if (word.Length > 0) words.Add(word.ToString());
            word.Clear();
        }
    }
}
