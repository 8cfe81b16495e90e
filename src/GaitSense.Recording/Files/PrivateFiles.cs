using System.Globalization;
using System.Security.Cryptography;

namespace GaitSense.Recording.Files;

/// <summary>Files and folders of health data: for their owner alone (0600, 0700), whatever the system's habit is.</summary>
public static class PrivateFiles
{
    private const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode FolderMode = FileMode | UnixFileMode.UserExecute;
    private const string PendingEnd = ".tmp";
    private const int PendingDigits = 8;

    /// <summary>Makes a file that is not there yet; what lies under its name, a link too, is refused.</summary>
    /// <param name="path">The file.</param>
    /// <param name="share">Who else may have it open.</param>
    /// <param name="bufferBytes">Bytes that gather before they are written; 0: none.</param>
    public static FileStream Create(string path, FileShare share = FileShare.None, int bufferBytes = 4096)
    {
        FileStreamOptions options = new() { Mode = System.IO.FileMode.CreateNew, Access = FileAccess.Write, Share = share, BufferSize = bufferBytes };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = FileMode;
        return new FileStream(path, options);
    }

    /// <summary>Makes a folder and all above it that are missing; those that are there stay as they are.</summary>
    /// <param name="path">The folder; empty: where the program was started.</param>
    public static void CreateFolder(string path)
    {
        if (path.Length == 0) return;
        if (OperatingSystem.IsWindows() || OperatingSystem.IsBrowser())
        {
            Directory.CreateDirectory(path);
            return;
        }

        // One by one: .NET gives the mode to the last of several alone.
        Stack<string> missing = new();
        for (string? at = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)); at is not null && !Directory.Exists(at); at = Path.GetDirectoryName(at)) missing.Push(at);
        while (missing.TryPop(out string? next)) Directory.CreateDirectory(next, FolderMode);
    }

    /// <summary>Takes away what writers that are gone were writing under temporary names; what one still writes stays, and so does all that has another name.</summary>
    /// <param name="folder">The folder; it need not be there.</param>
    /// <param name="names">The names that the files would have had.</param>
    internal static void RemoveLeft(string folder, IEnumerable<string> names)
    {
        HashSet<string> asked = new(names, StringComparer.Ordinal);
        foreach (string path in Pending(folder).Where(p => NameOfPending(Path.GetFileName(p)) is { } name && asked.Contains(name)))
        {
            try
            {
                // A writer has its file locked.
                using FileStream left = new(path, System.IO.FileMode.Open, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
            }
            catch (Exception e) when (FileErrors.Is(e))
            {
                // Somebody's who still writes it, or not ours to take.
            }
        }
    }

    private static string[] Pending(string folder)
    {
        try
        {
            return Directory.Exists(folder) ? Directory.GetFiles(folder, ".*" + PendingEnd) : [];
        }
        catch (Exception e) when (FileErrors.Is(e))
        {
            return []; // writing there says what is wrong
        }
    }

    /// <summary>A name beside a file's own that no other writer has.</summary>
    internal static string PendingName(string name) => string.Create(CultureInfo.InvariantCulture, $".{name}.{RandomNumberGenerator.GetHexString(PendingDigits, lowercase: true)}{PendingEnd}");

    // The name that a file of a pending name would have had; null where it is none.
    private static string? NameOfPending(string pending)
    {
        int end = pending.Length - PendingEnd.Length - PendingDigits - 1;
        return end > 1 && pending[end] == '.' && pending[(end + 1)..^PendingEnd.Length].All(char.IsAsciiHexDigitLower) ? pending[1..end] : null;
    }
}
