namespace GaitSense.Clinic.Accounts;

/// <summary>Times as the accounts keep them: microseconds since 1970, UTC.</summary>
internal static class Times
{
    /// <summary>The number of a time.</summary>
    public static long Us(DateTimeOffset time) => (time.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>The time of a number.</summary>
    public static DateTimeOffset At(long us) => DateTimeOffset.UnixEpoch.AddTicks(us * TimeSpan.TicksPerMicrosecond);
}
