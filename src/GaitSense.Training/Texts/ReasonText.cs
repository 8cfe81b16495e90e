using System.Globalization;

namespace GaitSense.Training.Texts;

/// <summary>Why a plan's version was made, in words. A plan keeps keys with values, "reason.up.lengths 6 7; reason.done 5 6", or what a person wrote.</summary>
public static class ReasonText
{
    /// <summary>A reason in words, for the clinician's desk.</summary>
    /// <param name="reason">The reason as a plan keeps it.</param>
    /// <param name="catalogue">The language.</param>
    public static string Of(string reason, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(reason);
        ArgumentNullException.ThrowIfNull(catalogue);
        string[] parts = reason.Split("; ");
        // What a person wrote stays as it is, semicolons too.
        return parts.Any(p => catalogue.HasClinician(KeyOf(p))) ? string.Join(" ", parts.Select(part => Part(part, catalogue))) : reason;
    }

    private static string KeyOf(string part) => part.Split(' ')[0];

    private static string Part(string part, Catalogue catalogue) =>
        part.Split(' ') is [var key, .. var values] && catalogue.HasClinician(key) ? catalogue.Clinician(key, [.. values.Select(v => Value(v, catalogue.Language))]) : part;

    // Plans keep numbers with a dot and days as files have them; a person reads them as the language has them.
    private static object Value(string text, Language language) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out double number) ? number
        : language != Language.English && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? DayText.Of(day, language)
        : text;
}
