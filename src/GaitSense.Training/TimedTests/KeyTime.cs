using GaitSense.Core;

namespace GaitSense.Training.TimedTests;

/// <summary>
/// When a key went down, on the walk's time: its instant on the host's clock less that of the walk's start, both of one clock. The samples that happen to be processed at that instant say
/// something else: they lag by what the radio and the queues hold, 15 to 50 ms and at times a second, so a key is stamped by whoever receives it first, before it waits anywhere.
/// </summary>
public static class KeyTime
{
    /// <summary>The walk's time of a key, s; negative: before the walk began.</summary>
    /// <param name="key">When the key went down.</param>
    /// <param name="walkStart">Where on the host's clock the walk's time is 0.</param>
    public static double OnWalkS(HostTime key, HostTime walkStart) => (key.Microseconds - walkStart.Microseconds) * 1e-6;
}
