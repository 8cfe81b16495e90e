using GaitSense.Core;
using GaitSense.Training.People;

namespace GaitSense.Storage;

/// <summary>What a row must keep to before it is written, whichever table it is of.</summary>
internal static class StoreChecks
{
    /// <summary>A time zone that is known here: a day, and so a visit, is decided by it.</summary>
    /// <exception cref="StoreException">It is none.</exception>
    public static void Zone(string zone)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)) throw new StoreException(StoreFailure.Refused, $"{OutsideText.ShortLine(zone, 40)} is no time zone: give an IANA name such as Europe/Berlin");
    }

    /// <summary>Words that people write have an end.</summary>
    /// <exception cref="StoreException">They are too long.</exception>
    public static void Words(object row)
    {
        if (TextLimits.WhyNot(row) is { } why) throw new StoreException(StoreFailure.Refused, why);
    }
}
