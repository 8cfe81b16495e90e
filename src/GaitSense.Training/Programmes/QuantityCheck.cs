using System.Globalization;

namespace GaitSense.Training.Programmes;

/// <summary>Whether a number of a document is in its range, and its range in what the program allows.</summary>
internal static class QuantityCheck
{
    /// <summary>What is wrong with a number, in words that name key and range; null: nothing is.</summary>
    /// <param name="key">The number's key in the document.</param>
    /// <param name="number">The number.</param>
    /// <param name="min">The least that any document may say.</param>
    /// <param name="max">The most that any document may say.</param>
    /// <param name="whole">It must be a whole number.</param>
    public static string? Fault(string key, Quantity number, double min, double max, bool whole) =>
        Outside(key + ".min", number.Min, min, max, whole)
        ?? Outside(key + ".max", number.Max, number.Min, max, whole)
        ?? Outside(key + ".value", number.Value, number.Min, number.Max, whole);

    private static string? Outside(string key, double value, double min, double max, bool whole)
    {
        if (!(value >= min && value <= max)) return string.Create(CultureInfo.InvariantCulture, $"{key} is {value}; it must be between {min} and {max}");
        return whole && value != Math.Floor(value) ? string.Create(CultureInfo.InvariantCulture, $"{key} is {value}; it must be a whole number") : null;
    }
}
