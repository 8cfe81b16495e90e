using System.Text;
using GaitSense.Core;

namespace GaitSense.Recording.Text;

/// <summary>Makes text from a file fit for one line of a message: short, and without characters that would break the line or a terminal.</summary>
internal static class TextForPeople
{
    /// <summary>The text in quotes, shortened.</summary>
    public static string Quote(string? text) => text is null ? "missing" : $"\"{Show(text, 40)}\"";

    /// <summary>UTF-8 bytes in quotes, shortened.</summary>
    public static string Quote(ReadOnlySpan<byte> utf8) => Quote(Encoding.UTF8.GetString(utf8[..Math.Min(utf8.Length, 200)]));

    /// <summary>The text, shortened to <paramref name="length"/> characters, with what cannot be printed replaced.</summary>
    public static string Show(string text, int length)
    {
        var shown = new StringBuilder();
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (shown.Length >= length) return shown.Append('…').ToString();
            shown.Append(OutsideText.Prints(rune) ? rune.ToString() : "?");
        }

        return shown.ToString();
    }
}
