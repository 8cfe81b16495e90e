using System.Runtime.InteropServices;

namespace GaitSense.Devices;

/// <summary>Asks the system to run the calling thread before others. .NET's own thread priorities have no effect on Linux.</summary>
internal static unsafe partial class ThreadScheduling
{
    // sched(7): round robin, not inherited by children. Low among real-time threads: the sound server and interrupts come first.
    private const int RoundRobin = 2, ResetOnFork = 0x40000000, RealTimePriority = 5;
    private const int OneThread = 0, Nice = -11;

    /// <summary>Raises the calling thread as far as this user may.</summary>
    public static SoundPriority Raise()
    {
        if (!OperatingSystem.IsLinux()) return SoundPriority.Normal;
        int priority = RealTimePriority;
        if (SetScheduler(0, RoundRobin | ResetOnFork, &priority) == 0) return SoundPriority.RealTime;
        return SetPriority(OneThread, 0, Nice) == 0 ? SoundPriority.Raised : SoundPriority.Normal;
    }

    [LibraryImport("libc", EntryPoint = "sched_setscheduler")]
    private static partial int SetScheduler(int thread, int policy, int* priority);

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, uint who, int priority);
}
