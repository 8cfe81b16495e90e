namespace GaitSense.Core;

/// <summary>
/// An instant on the monotonic clock of the machine that listens, in whole microseconds from an origin of its own. When a packet arrived is
/// host time; when a sample was taken never is: a <see cref="ClockAlignment"/> converts.
/// </summary>
/// <param name="Microseconds">Microseconds since the origin; any 64-bit value.</param>
public readonly record struct HostTime(long Microseconds) : IComparable<HostTime>
{
    /// <summary>The instant of a count of ticks of a monotonic clock.</summary>
    /// <param name="ticks">Ticks, as the listening program read them.</param>
    /// <param name="ticksPerSecond">How many there are in a second; above 0.</param>
    public static HostTime FromTicks(long ticks, long ticksPerSecond)
    {
        (long seconds, long rest) = Math.DivRem(ticks, ticksPerSecond);
        return new HostTime((seconds * 1_000_000) + (rest * 1_000_000 / ticksPerSecond));
    }

    /// <summary>Seconds from <paramref name="earlier"/> to this instant; negative when it is later.</summary>
    public double SecondsSince(HostTime earlier) => (Microseconds - earlier.Microseconds) * 1e-6;

    /// <summary>The instant <paramref name="seconds"/> after this one, rounded to the nearest microsecond.</summary>
    public HostTime AddSeconds(double seconds) => new(Microseconds + (long)Math.Round(seconds * 1e6));

    /// <summary>Its seconds: "host 12.345678 s".</summary>
    public override string ToString() => "host " + Print.Seconds(Microseconds);

    /// <inheritdoc/>
    public int CompareTo(HostTime other) => Microseconds.CompareTo(other.Microseconds);

    /// <summary>Whether <paramref name="a"/> is earlier than <paramref name="b"/>.</summary>
    public static bool operator <(HostTime a, HostTime b) => a.Microseconds < b.Microseconds;

    /// <summary>Whether <paramref name="a"/> is later than <paramref name="b"/>.</summary>
    public static bool operator >(HostTime a, HostTime b) => a.Microseconds > b.Microseconds;

    /// <summary>Whether <paramref name="a"/> is not later than <paramref name="b"/>.</summary>
    public static bool operator <=(HostTime a, HostTime b) => a.Microseconds <= b.Microseconds;

    /// <summary>Whether <paramref name="a"/> is not earlier than <paramref name="b"/>.</summary>
    public static bool operator >=(HostTime a, HostTime b) => a.Microseconds >= b.Microseconds;
}
