using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace GaitSense.Recording.Files;

/// <summary>
/// Brings files to the disk itself, and says whether that worked. .NET's own flush leaves out an error of the system, so a drive that takes bytes and loses them
/// is not noticed. In a browser there is no disk.
/// </summary>
internal static unsafe partial class DiskSync
{
    private const int Interrupted = 4, Invalid = 22, ReadOnly = 30;

    /// <summary>Brings an open file's contents to the disk.</summary>
    /// <exception cref="IOException">The drive did not take them.</exception>
    public static void File(SafeFileHandle file)
    {
        if (OperatingSystem.IsBrowser()) return;
        if (OperatingSystem.IsWindows())
        {
            if (FlushFileBuffers(file) == 0) Refuse(Marshal.GetLastPInvokeError());
            return;
        }

        int error;
        while ((error = Fsync(file) == 0 ? 0 : Marshal.GetLastPInvokeError()) == Interrupted)
        {
        }

        // A pipe or a device keeps nothing, so there is nothing to bring anywhere.
        if (error is not (0 or Invalid)) Refuse(error);
    }

    /// <summary>Brings a folder's names to the disk: a file that was renamed has its new name after a power cut, too.</summary>
    /// <param name="path">The folder; empty: where the program was started.</param>
    /// <exception cref="IOException">The drive did not take them.</exception>
    public static void Folder(string path)
    {
        if (OperatingSystem.IsBrowser() || OperatingSystem.IsWindows()) return;
        int folder = Open(path.Length > 0 ? path : ".", flags: 0);
        if (folder < 0) return; // a folder that may be written and not read
        try
        {
            // Some file systems of networks keep no folders of their own.
            if (FsyncDescriptor(folder) != 0 && Marshal.GetLastPInvokeError() is not (Invalid or ReadOnly) and var error) Refuse(error);
        }
        finally
        {
            _ = Close(folder);
        }
    }

    private static void Refuse(int error) => throw new IOException($"the drive does not keep it: {new Win32Exception(error).Message}");

    [LibraryImport("kernel32", SetLastError = true)]
    private static partial int FlushFileBuffers(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int FsyncDescriptor(int file);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int file);
}
