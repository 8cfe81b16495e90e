using System.Globalization;

namespace GaitSense.Core;

/// <summary>What the core's values say of themselves (<see cref="object.ToString"/>): words and units, the same in every culture. For people; files have their own columns.</summary>
internal static class Print
{
    /// <summary>The name of an enumeration's member as words: "initial contact"; the number where it has no name, because a value that is printed may be a wrong one.</summary>
    public static string Words<T>(T value)
        where T : struct, Enum => Enum.IsDefined(value) ? GaitSense.Core.Words.InFiles(value).Replace('_', ' ') : value.ToString();

    /// <summary>Seconds of a count of microseconds, all of them written: "12.345678 s".</summary>
    public static string Seconds(long microseconds) => Line($"{microseconds / 1e6m:0.000000} s");

    /// <summary>A text with its numbers as every culture reads them.</summary>
    public static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
