using System.Globalization;
using System.Text;

namespace GaitSense.Core;

/// <summary>What the core's values say of themselves (<see cref="object.ToString"/>): words and units, the same in every culture. For people; files have their own columns.</summary>
internal static class Print
{
    /// <summary>The name of an enumeration's member as words: "initial contact".</summary>
    public static string Words<T>(T value)
        where T : struct, Enum
    {
        string name = value.ToString();
        StringBuilder words = new(name.Length + 4);
        foreach (char c in name)
        {
            if (char.IsUpper(c) && words.Length > 0) words.Append(' ');
            words.Append(char.ToLowerInvariant(c));
        }

        return words.ToString();
    }

    /// <summary>Seconds of a count of microseconds, all of them written: "12.345678 s".</summary>
    public static string Seconds(long microseconds) => Line($"{microseconds / 1e6m:0.000000} s");

    /// <summary>A text with its numbers as every culture reads them.</summary>
    public static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
