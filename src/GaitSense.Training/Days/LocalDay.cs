using GaitSense.Core;
using GaitSense.Training.Records;

namespace GaitSense.Training.Days;

/// <summary>Days of a plan: local dates where the person is, whatever the clock of a server says.</summary>
public static class LocalDay
{
    /// <summary>The date in a zone at an instant.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="zone">An IANA zone: "Europe/Berlin".</param>
    /// <exception cref="GaitSenseException">This system does not know the zone.</exception>
    public static DateOnly Of(DateTimeOffset instant, string zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone(zone)).DateTime);

    /// <summary>The day on which a session began, in the zone in which it took place: it stays that day when the person moves.</summary>
    public static DateOnly Of(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return Of(session.Start, session.Zone);
    }

    /// <summary>When a session began, as the clocks showed it where it took place.</summary>
    /// <exception cref="GaitSenseException">This system does not know its zone.</exception>
    public static DateTimeOffset TimeOf(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return TimeZoneInfo.ConvertTime(session.Start, Zone(session.Zone));
    }

    /// <summary>The instant of a local time; one that summer time leaves out is the same length later, of one that comes twice the first counts.</summary>
    /// <param name="day">The day.</param>
    /// <param name="time">The time of day.</param>
    /// <param name="zone">An IANA zone.</param>
    /// <exception cref="GaitSenseException">This system does not know the zone.</exception>
    public static DateTimeOffset At(DateOnly day, TimeOnly time, string zone)
    {
        TimeZoneInfo info = Zone(zone);
        DateTime local = day.ToDateTime(time);
        if (info.IsInvalidTime(local)) local += info.GetUtcOffset(local.AddHours(3)) - info.GetUtcOffset(local.AddHours(-3));
        TimeSpan offset = info.IsAmbiguousTime(local) ? info.GetAmbiguousTimeOffsets(local).Max() : info.GetUtcOffset(local);
        return new DateTimeOffset(local, offset);
    }

    private static TimeZoneInfo Zone(string zone) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(zone, out TimeZoneInfo? info) ? info : throw new GaitSenseException($"zone {zone} is not known here; zones are named as \"Europe/Berlin\" (IANA)");
}
