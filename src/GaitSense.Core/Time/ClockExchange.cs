namespace GaitSense.Core;

/// <summary>One question for a sensor's time, and its answer (the four times of NTP, RFC 5905 section 8).</summary>
/// <param name="Asked">When the question left the host.</param>
/// <param name="Received">When it reached the sensor, by the sensor's clock.</param>
/// <param name="Answered">When the answer left the sensor, by the sensor's clock; not before <paramref name="Received"/>.</param>
/// <param name="Arrived">When the answer reached the host.</param>
public readonly record struct ClockExchange(HostTime Asked, DeviceTime Received, DeviceTime Answered, HostTime Arrived)
{
    /// <summary>Time on the way, both ways together, s.</summary>
    public double PathS => Arrived.SecondsSince(Asked) - Answered.SecondsSince(Received);
}
