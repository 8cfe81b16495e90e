using System.Buffers;
using System.Globalization;
using System.Text;

namespace GaitSense.Core;

/// <summary>
/// The one door for text that came from outside (descriptions, ids, markers, names of files and sensors): what goes on to a line, a table or a page is text, and
/// moves no cursor, breaks no line, turns no direction of writing and is no formula.
/// </summary>
public static class OutsideText
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    /// <summary>Whether a character is to be seen, or joins those that are.</summary>
    public static bool Prints(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate => false,
        UnicodeCategory.Format => rune.Value is 0x200C or 0x200D, // joins letters, in Persian and in pictures
        _ => true,
    };

    /// <summary>The text on one line: a question mark for each character that does not print.</summary>
    public static string Line(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsPlain(text)) return text;
        StringBuilder line = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes()) line.Append(Prints(rune) ? rune.ToString() : "?");
        return line.ToString();
    }

    /// <summary>The text on one line of so many characters at most, 1 or more: of a longer one the beginning, and an ellipsis.</summary>
    public static string ShortLine(string text, int longest)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, 1);
        if (text.Length <= longest) return Line(text);
        // Never half of a character of two.
        return Line(text[..(longest - (longest > 1 && char.IsHighSurrogate(text[longest - 2]) ? 2 : 1))]) + "…";
    }

    /// <summary>The text as a field of a table with commas: on one line, quoted where it needs to be, and never a formula to a spreadsheet: an apostrophe goes before what would be one.</summary>
    public static string Cell(string text)
    {
        string cell = NoFormula(Line(text));
        return cell.AsSpan().ContainsAny(Quoted) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
    }

    /// <summary>The text with an apostrophe before what a spreadsheet would take for a formula.</summary>
    public static string NoFormula(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().TrimStart() is ['=' or '+' or '-' or '@', ..] ? "'" + text : text;
    }

    private static bool IsPlain(string text)
    {
        foreach (char c in text)
            if (c is < ' ' or > '~') return false;
        return true;
    }
}
