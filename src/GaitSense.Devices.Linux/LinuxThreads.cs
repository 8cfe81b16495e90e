using System.Runtime.InteropServices;

namespace GaitSense.Devices.Linux;

/// <summary>Asks Linux to run the calling thread before others. .NET's own thread priorities have no effect there.</summary>
public static unsafe partial class LinuxThreads
{
    // sched(7): round robin, not inherited by children. Low among real-time threads: the sound server and interrupts come first.
    private const int RoundRobin = 2, ResetOnFork = 0x40000000;
    private const int OneThread = 0;

    /// <summary>Raises the calling thread as far as this user may; never fails. A <see cref="RaiseThread"/>.</summary>
    /// <param name="rank">How far before others; its number is the real-time priority, 1 to 99.</param>
    /// <returns>How far it came: real time needs a right (RLIMIT_RTPRIO), a lower nice value another (RLIMIT_NICE).</returns>
    public static SoundPriority Raise(ThreadRank rank)
    {
        int priority = (int)rank;
        if (SetScheduler(0, RoundRobin | ResetOnFork, &priority) == 0) return SoundPriority.RealTime;
        return SetPriority(OneThread, 0, Nice(rank)) == 0 ? SoundPriority.Raised : SoundPriority.Normal;
    }

    // -20 is before everything; a sound server asks for -11.
    private static int Nice(ThreadRank rank) => -6 - (int)rank;

    [LibraryImport("libc", EntryPoint = "sched_setscheduler")]
    private static partial int SetScheduler(int thread, int policy, int* priority);

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, uint who, int priority);
}
