namespace GaitSense.Recording.Session;

/// <summary>The files of a session recording's folder.</summary>
public static class SessionFolder
{
    /// <summary>All of the session: FORMAT.md.</summary>
    public const string SessionFile = "session.gait";

    /// <summary>The manifest once more, for people.</summary>
    public const string ManifestFile = "manifest.json";

    /// <summary>The session file of a path: a folder that holds one, or the file itself; null where it is none.</summary>
    public static string? Find(string path)
    {
        if (Directory.Exists(path)) path = Path.Combine(path, SessionFile);
        return File.Exists(path) && string.Equals(Path.GetExtension(path), ".gait", StringComparison.OrdinalIgnoreCase) ? path : null;
    }

    /// <summary>The name of the walk: of the folder, or of the file where it has another name.</summary>
    public static string NameOf(string sessionFile)
    {
        string full = Path.GetFullPath(sessionFile);
        bool usual = string.Equals(Path.GetFileName(full), SessionFile, StringComparison.Ordinal);
        return usual && Path.GetFileName(Path.GetDirectoryName(full)) is { Length: > 0 } folder ? folder : Path.GetFileNameWithoutExtension(full);
    }
}
