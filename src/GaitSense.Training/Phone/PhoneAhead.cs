using System.Globalization;
using System.Text.Json;
using GaitSense.Training.Days;
using GaitSense.Training.Texts;

namespace GaitSense.Training.Phone;

/// <summary>The first page of a day to come, decided while there is time: a phone shows it on that day at once, before the rules themselves are loaded, which decide anew then.</summary>
public static class PhoneAhead
{
    private const int MostDays = 31;
    private static readonly TimeOnly LastMinute = new(23, 59);

    // As long as a check is being answered what is asked is another (PhoneDay).
    private static readonly TimeSpan CheckEnds = TimeSpan.FromHours(2);

    /// <summary>Decides and words it as if nothing were walked or answered until then; null: of today in its last two hours, in which a check may still be open.</summary>
    /// <param name="records">What the phone kept.</param>
    /// <param name="now">The time.</param>
    /// <param name="zone">Where the phone is, as an IANA zone.</param>
    /// <param name="language">The language of the words.</param>
    /// <param name="inDays">Which day: 0 is today, at most 31.</param>
    /// <exception cref="GaitSense.Core.GaitSenseException">A zone is not known here.</exception>
    public static HomeDay? Of(PhoneRecords records, DateTimeOffset now, string zone, Language language, int inDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(inDays);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(inDays, MostDays);
        DateOnly day = LocalDay.Of(now, zone).AddDays(inDays);
        DateTimeOffset late = LocalDay.At(day, LastMinute, zone);
        return late - now < CheckEnds ? null : new HomeDay(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), PhoneHome.Of(records, late, zone, language));
    }

    /// <summary>The same as JSON, for a page; "null" where there is none.</summary>
    public static string ToJson(HomeDay? day) => day is null ? "null" : JsonSerializer.Serialize(day, PhoneContext.Default.HomeDay);
}
