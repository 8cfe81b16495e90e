namespace GaitSense.Devices.Linux;

/// <summary>
/// The clock by which packets arrive: as the system's (CLOCK_MONOTONIC, clock_gettime(2)), but it goes on while the computer is suspended (CLOCK_BOOTTIME). A
/// sensor's clock does too, so that a suspend is a hole as long as it was.
/// </summary>
public sealed class BootClock : HostClock
{
    private const long TicksInSecond = 1_000_000_000;

    private BootClock()
    {
    }

    /// <summary>The clock.</summary>
    public static BootClock Instance { get; } = new();

    /// <inheritdoc/>
    public override long TimestampFrequency => TicksInSecond;

    /// <inheritdoc/>
    public override long GetTimestamp() => Libc.BootTimeNs();
}
