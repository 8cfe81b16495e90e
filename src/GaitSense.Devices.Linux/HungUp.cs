using System.Runtime.InteropServices;

namespace GaitSense.Devices.Linux;

/// <summary>Whether a terminal is gone.</summary>
public static unsafe partial class HungUp
{
    private const short Gone = 0x10 | 0x20; // POLLHUP, POLLNVAL

    /// <summary>Whether an open descriptor's other side is gone, as a closed terminal's is; it does not wait.</summary>
    /// <param name="descriptor">0: the keyboard, 1: the screen.</param>
    public static bool Is(int descriptor)
    {
        PollItem item = new() { Descriptor = descriptor };
        return Poll(&item, 1, 0) > 0 && (item.Happened & Gone) != 0;
    }

    [LibraryImport("libc", EntryPoint = "poll")]
    private static partial int Poll(PollItem* items, nuint count, int timeoutMs);

    private struct PollItem
    {
        public int Descriptor;
        public short Wanted, Happened;
    }
}
