using System.Globalization;

namespace GaitSense.Training.TimedTests;

/// <summary>What the parts of an attempt are called at the desk, and what they cover.</summary>
public static class PartWords
{
    private const string Minute = "distance_minute_";

    /// <summary>A part in words; one that is not known here is its own name.</summary>
    /// <param name="name">Its key: "way_out".</param>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.StartsWith(Minute, StringComparison.Ordinal) && int.TryParse(name.AsSpan(Minute.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int minute)) return FormattableString.Invariant($"minute {minute}");
        return name switch
        {
            "dwi_6_1" => "distance walked index, minute 6 against minute 1",
            "sit" => "sitting down",
            "lengths" => "lengths of the corridor",
            "rest_of_length" => "rest of the last length",
            _ => name.Replace('_', ' '),
        };
    }

    /// <summary>From when to when a part of the Timed Up and Go goes, which its name does not say; null: the name says it. They follow each other: together they are the whole time.</summary>
    /// <param name="name">Its key.</param>
    public static string? Covers(string name) => name switch
    {
        "first_step" => "from \"go\" until the first foot leaves the ground to step",
        "way_out" => "until the first foot leaves the ground to turn at the mark",
        "turn" => "until the last foot of that turn is down",
        "way_back" => "until the first foot leaves the ground to turn before the chair",
        "last_step" => "the turn before the chair, until the last foot is down",
        "sit" => "until the clock is stopped",
        _ => null,
    };
}
