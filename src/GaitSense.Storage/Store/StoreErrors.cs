using System.Security;
using GaitSense.Core;

namespace GaitSense.Storage;

/// <summary>What the file system says while a store is opened, in a line for a person: what, where, what to do.</summary>
internal static class StoreErrors
{
    /// <summary>The failure; null: it is not the file system's, or is in words already.</summary>
    /// <param name="location">The store.</param>
    /// <param name="e">What was thrown.</param>
    public static StoreException? OfFiles(StoreLocation location, Exception e)
    {
        if (e is GaitSenseException || e is not (IOException or UnauthorizedAccessException or SecurityException or NotSupportedException)) return null;
        string where = location.Path ?? $"{location.Name}, whose files are in {location.Folder}";
        return new StoreException(
            StoreFailure.Unavailable,
            e switch
            {
                UnauthorizedAccessException or SecurityException => $"{where}: the folder or a file in it may not be read or written: check who owns them and their permissions, or give another --store",
                _ when FileOnTheWay(location) is { } file => $"{where}: {file} is a file, where a folder should be: check --store",
                PathTooLongException => $"{where}: the path is too long for this system: give a shorter --store",
                _ => $"{where}: cannot be opened or made there: check that the drive is there and has room, or give another --store",
            },
            e);
    }

    // What of a path is a file and should be a folder.
    private static string? FileOnTheWay(StoreLocation location)
    {
        for (string? at = Path.GetDirectoryName(location.Path ?? location.Folder); at is { Length: > 0 }; at = Path.GetDirectoryName(at))
            if (File.Exists(at)) return at;
        return null;
    }
}
