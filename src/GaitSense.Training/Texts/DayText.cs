using System.Globalization;

namespace GaitSense.Training.Texts;

/// <summary>A day as people write it: "30 November 2026", "30.11.2026".</summary>
public static class DayText
{
    /// <summary>The day in a language.</summary>
    public static string Of(DateOnly day, Language language) => day.ToString(language == Language.German ? "d'.'M'.'yyyy" : "d MMMM yyyy", CultureInfo.InvariantCulture);
}
