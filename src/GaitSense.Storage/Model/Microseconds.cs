namespace GaitSense.Storage;

/// <summary>Times as both databases keep them: microseconds since 1970, UTC, as 64-bit integers. Less than a microsecond is cut off.</summary>
internal static class Microseconds
{
    /// <summary>The number of a time.</summary>
    public static long Of(DateTimeOffset time) => (time.UtcTicks / TimeSpan.TicksPerMicrosecond) - (DateTimeOffset.UnixEpoch.UtcTicks / TimeSpan.TicksPerMicrosecond);

    /// <summary>The time of a number, in UTC.</summary>
    public static DateTimeOffset Time(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);

    /// <summary>A time as a store gives it back.</summary>
    public static DateTimeOffset Kept(DateTimeOffset time) => Time(Of(time));
}
