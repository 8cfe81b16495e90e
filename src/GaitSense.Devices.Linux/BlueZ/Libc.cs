using System.Runtime.InteropServices;

namespace GaitSense.Devices.Linux;

/// <summary>System calls that .NET does not offer for sockets that came over D-Bus.</summary>
internal static unsafe partial class Libc
{
    internal const int InterruptedError = 4;

    private const string Library = "libc";
    private const int GetFlags = 3, SetFlags = 4, NonBlocking = 0x800;
    private const int CloseOnExec = 0x80000, UnixDomain = 1, SequencedPackets = 5, BothWays = 2;

    private const int BootTime = 7;
    private const long NsInSecond = 1_000_000_000;

    internal static int LastError => Marshal.GetLastPInvokeError();

    /// <summary>Makes reads wait: BlueZ hands out sockets that do not.</summary>
    internal static void MakeBlocking(int fd) => _ = Control(fd, SetFlags, Control(fd, GetFlags, 0) & ~NonBlocking);

    /// <summary>Ends both directions, which also wakes a thread that waits in a read.</summary>
    internal static void ShutDown(int fd) => _ = Shutdown(fd, BothWays);

    /// <summary>Two connected sockets that keep packets apart.</summary>
    internal static bool TryCreatePair(out int ours, out int theirs)
    {
        int* pair = stackalloc int[2];
        bool made = SocketPair(UnixDomain, SequencedPackets | CloseOnExec, 0, pair) == 0;
        (ours, theirs) = made ? (pair[0], pair[1]) : (-1, -1);
        return made;
    }

    /// <summary>Time since the start of the system, ns, suspends included. Nothing is allocated.</summary>
    internal static long BootTimeNs()
    {
        nint* time = stackalloc nint[2];
        _ = GetTime(BootTime, time);
        return (time[0] * NsInSecond) + time[1];
    }

    [LibraryImport(Library, EntryPoint = "clock_gettime"), SuppressGCTransition]
    private static partial int GetTime(int clock, nint* time);

    [LibraryImport(Library, EntryPoint = "read", SetLastError = true)]
    internal static partial nint Read(int fd, byte* buffer, nuint size);

    [LibraryImport(Library, EntryPoint = "fcntl")]
    private static partial int Control(int fd, int command, int argument);

    [LibraryImport(Library, EntryPoint = "shutdown")]
    private static partial int Shutdown(int fd, int how);

    [LibraryImport(Library, EntryPoint = "socketpair")]
    private static partial int SocketPair(int domain, int type, int protocol, int* pair);
}
