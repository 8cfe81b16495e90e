using System.Runtime.InteropServices;

namespace GaitSense.Devices.Linux;

/// <summary>System calls that .NET does not offer for descriptors that came over D-Bus.</summary>
internal static unsafe partial class Libc
{
    internal const short PollIn = 1;
    internal const int InterruptedError = 4, AgainError = 11;

    private const string Library = "libc";
    private const int GetFlags = 3, SetFlags = 4, DuplicateCloseOnExec = 1030, NonBlocking = 0x800;
    private const int CloseOnExec = 0x80000, UnixDomain = 1, SequencedPackets = 5, DontWait = 0x40, NoSignal = 0x4000, BothWays = 2;

    [StructLayout(LayoutKind.Sequential)]
    internal struct PollEntry
    {
        public int Fd;
        public short Events;
        public short Returned;
    }

    internal static int LastError => Marshal.GetLastPInvokeError();

    /// <summary>An own copy of a descriptor that a message owns; negative: none left.</summary>
    internal static int Duplicate(int fd) => Control(fd, DuplicateCloseOnExec, 0);

    /// <summary>Makes reads wait: BlueZ hands out sockets that do not.</summary>
    internal static void MakeBlocking(int fd) => _ = Control(fd, SetFlags, Control(fd, GetFlags, 0) & ~NonBlocking);

    /// <summary>A counter that wakes a poll.</summary>
    internal static int CreateWaker() => EventFd(0, CloseOnExec | NonBlocking);

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

    /// <summary>Sends one packet without waiting; false with the error number where it cannot.</summary>
    internal static bool TrySend(int fd, ReadOnlySpan<byte> packet, out int error)
    {
        fixed (byte* p = packet)
        {
            bool sent = Send(fd, p, (nuint)packet.Length, DontWait | NoSignal) >= 0;
            error = sent ? 0 : LastError;
            return sent;
        }
    }

    [LibraryImport(Library, EntryPoint = "poll", SetLastError = true)]
    internal static partial int Poll(PollEntry* entries, nuint count, int timeoutMs);

    [LibraryImport(Library, EntryPoint = "read", SetLastError = true)]
    internal static partial nint Read(int fd, byte* buffer, nuint size);

    [LibraryImport(Library, EntryPoint = "write", SetLastError = true)]
    internal static partial nint Write(int fd, byte* buffer, nuint size);

    [LibraryImport(Library, EntryPoint = "close")]
    internal static partial int Close(int fd);

    [LibraryImport(Library, EntryPoint = "eventfd")]
    private static partial int EventFd(uint initial, int flags);

    [LibraryImport(Library, EntryPoint = "fcntl")]
    private static partial int Control(int fd, int command, int argument);

    [LibraryImport(Library, EntryPoint = "shutdown")]
    private static partial int Shutdown(int fd, int how);

    [LibraryImport(Library, EntryPoint = "socketpair")]
    private static partial int SocketPair(int domain, int type, int protocol, int* pair);

    [LibraryImport(Library, EntryPoint = "send", SetLastError = true)]
    private static partial nint Send(int fd, byte* buffer, nuint size, int flags);
}
