using System.Runtime.Versioning;
using GaitSense.Core;

namespace GaitSense.Browser.Live;

/// <summary>The page's time in the runtime's ticks, and back. Both clocks run evenly and together: one difference, taken once, holds.</summary>
[SupportedOSPlatform("browser")]
internal sealed class PageClock(TimeProvider time)
{
    private readonly double _ticksPerMs = time.TimestampFrequency / 1000.0;
    private readonly double _zeroTicks = time.GetTimestamp() - (PageCalls.NowMs() * time.TimestampFrequency / 1000.0);

    /// <summary>The runtime's timestamp of a moment.</summary>
    /// <param name="pageMs">The page's time, ms.</param>
    public long ToTimestamp(double pageMs) => (long)Math.Round(_zeroTicks + (pageMs * _ticksPerMs));

    /// <summary>The host's time of a moment.</summary>
    /// <param name="pageMs">The page's time, ms.</param>
    public HostTime ToHost(double pageMs) => HostTime.FromTicks(ToTimestamp(pageMs), time.TimestampFrequency);

    /// <summary>The page's time of a moment, ms.</summary>
    /// <param name="host">By the host's clock.</param>
    public double ToPageMs(HostTime host) => ((host.Microseconds * time.TimestampFrequency / 1e6) - _zeroTicks) / _ticksPerMs;
}
