using GaitSense.Recording.Files;

namespace GaitSense.Recording.Import;

/// <summary>Folders that are made on the way to a file, to be taken away again where the work fails.</summary>
internal static class NewFolders
{
    /// <summary>The topmost folder of a path that is not there yet; null where all are.</summary>
    public static string? TopOf(string folder)
    {
        string? top = null;
        for (string? at = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)); at is not null && !Directory.Exists(at); at = Path.GetDirectoryName(at)) top = at;
        return top;
    }

    /// <summary>Takes away what is empty, from a folder up to the topmost that was new.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="top">From <see cref="TopOf"/>, before it was made; null: nothing was new.</param>
    public static void Remove(string folder, string? top)
    {
        try
        {
            for (string? at = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)); top is not null && at is not null && at.Length >= top.Length; at = Path.GetDirectoryName(at))
                if (Directory.Exists(at)) Directory.Delete(at); // only an empty one
        }
        catch (Exception e) when (FileErrors.Is(e))
        {
            // Someone else put something there: it stays.
        }
    }
}
