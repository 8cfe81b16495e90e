using System.Runtime.InteropServices;

namespace GaitSense.Cli.App;

/// <summary>
/// Tells a second signal, by which somebody insists, from an echo of the first: <c>timeout</c> and service managers signal a process and then its group, and a terminal that closes
/// may signal at any time.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class Insistence(TimeProvider time)
{
    // Echoes come within milliseconds; nobody presses two keys twice so fast.
    private static readonly TimeSpan Echo = TimeSpan.FromSeconds(0.3);

    private readonly Lock _gate = new();
    private long? _first;

    /// <summary>A signal came. Says whether the process shall end at once, with nothing saved.</summary>
    /// <param name="signal">Which.</param>
    public bool Insists(PosixSignal signal)
    {
        lock (_gate)
        {
            if (_first is { } first) return signal != PosixSignal.SIGHUP && time.GetElapsedTime(first) > Echo;
            _first = time.GetTimestamp();
            return false;
        }
    }
}
