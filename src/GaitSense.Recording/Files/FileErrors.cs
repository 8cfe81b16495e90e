using System.Security;
using GaitSense.Recording.Text;

namespace GaitSense.Recording.Files;

/// <summary>Turns what the file system throws into the one line a person gets.</summary>
internal static class FileErrors
{
    /// <summary>Whether the exception is one of the file system's.</summary>
    public static bool Is(Exception e) => e is IOException or UnauthorizedAccessException or SecurityException or NotSupportedException;

    /// <summary>The error for a person.</summary>
    public static RecordingFormatException Explain(string path, Exception e) => new(
        path,
        e switch
        {
            FileNotFoundException or DirectoryNotFoundException => "is not there",
            UnauthorizedAccessException when Directory.Exists(path) => "is a folder, where a file should be",
            UnauthorizedAccessException or SecurityException => "may not be read or written: check its permissions",
            _ => TextForPeople.Show(e.Message.TrimEnd('.'), 200),
        },
        e);
}
