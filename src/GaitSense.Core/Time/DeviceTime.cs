namespace GaitSense.Core;

/// <summary>
/// An instant on a sensor's own clock, in whole microseconds from that clock's origin. It is not host time: the two do not convert
/// without an alignment. Two sensors' times compare only where their recording says that they share a clock.
/// </summary>
/// <param name="Microseconds">Microseconds since the clock's origin; any 64-bit value.</param>
public readonly record struct DeviceTime(long Microseconds) : IComparable<DeviceTime>
{
    /// <summary>Seconds since the clock's origin: the double nearest to the decimal number, as any program reads it from a file.</summary>
    public double Seconds => Microseconds / 1e6;

    /// <summary>The instant <paramref name="seconds"/> after the clock's origin, rounded to the nearest microsecond.</summary>
    public static DeviceTime FromSeconds(double seconds) => new((long)Math.Round(seconds * 1e6));

    /// <summary>Seconds from <paramref name="earlier"/> to this instant; negative when it is later.</summary>
    public double SecondsSince(DeviceTime earlier) => (Microseconds - earlier.Microseconds) * 1e-6;

    /// <summary>The instant <paramref name="seconds"/> after this one, rounded to the nearest microsecond.</summary>
    public DeviceTime AddSeconds(double seconds) => new(Microseconds + (long)Math.Round(seconds * 1e6));

    /// <summary>Its seconds: "12.345678 s".</summary>
    public override string ToString() => Print.Seconds(Microseconds);

    /// <inheritdoc/>
    public int CompareTo(DeviceTime other) => Microseconds.CompareTo(other.Microseconds);

    /// <summary>Whether <paramref name="a"/> is earlier than <paramref name="b"/>.</summary>
    public static bool operator <(DeviceTime a, DeviceTime b) => a.Microseconds < b.Microseconds;

    /// <summary>Whether <paramref name="a"/> is later than <paramref name="b"/>.</summary>
    public static bool operator >(DeviceTime a, DeviceTime b) => a.Microseconds > b.Microseconds;

    /// <summary>Whether <paramref name="a"/> is not later than <paramref name="b"/>.</summary>
    public static bool operator <=(DeviceTime a, DeviceTime b) => a.Microseconds <= b.Microseconds;

    /// <summary>Whether <paramref name="a"/> is not earlier than <paramref name="b"/>.</summary>
    public static bool operator >=(DeviceTime a, DeviceTime b) => a.Microseconds >= b.Microseconds;
}
