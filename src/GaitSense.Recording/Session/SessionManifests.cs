namespace GaitSense.Recording.Session;

/// <summary>Finds a session's manifest.</summary>
public static class SessionManifests
{
    /// <summary>The manifest in a session file; where its first block is damaged, the copy beside it.</summary>
    /// <exception cref="RecordingFormatException">There is none that can be read.</exception>
    public static SessionManifest Of(string sessionFile)
    {
        SessionManifest manifest = InFile(sessionFile) ?? Beside(sessionFile) ?? throw new RecordingFormatException(sessionFile, "has no manifest that is whole, so nothing says what its sensors were");
        List<SessionSensor> sensors = [.. manifest.Sensors];
        if (sensors.Count is 0 or > 2 || sensors.Any(s => s is null || !Enum.IsDefined(s.Foot)) || sensors.Select(s => s.Foot).Distinct().Count() != sensors.Count)
            throw new RecordingFormatException(sessionFile, "has a manifest that does not name one sensor or two, on different feet");
        return manifest;
    }

    /// <summary>The copy beside a session file; null where there is none that can be read.</summary>
    internal static SessionManifest? TryBeside(string sessionFile)
    {
        try
        {
            return Beside(sessionFile);
        }
        catch (RecordingFormatException)
        {
            return null;
        }
    }

    private static SessionManifest? InFile(string path)
    {
        using SessionFileReader reader = SessionFileReader.Open(path);
        while (reader.Blocks <= 1 && reader.TryRead(out SessionRecord record))
            if (record.Kind == SessionRecordKind.Manifest) return SessionManifest.Read(path, record.Body);
        return null;
    }

    private static SessionManifest? Beside(string sessionFile)
    {
        string path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(sessionFile))!, SessionFolder.ManifestFile);
        try
        {
            return File.Exists(path) ? SessionManifest.Read(path, File.ReadAllBytes(path)) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordingFormatException(path, "cannot be read", e);
        }
    }
}
