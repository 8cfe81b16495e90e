using GaitSense.Recording.Files;
using GaitSense.Recording.Session;

namespace GaitSense.Recording.Plain;

/// <summary>Where recordings lie, and which files their samples come from.</summary>
public static class RecordingFiles
{
    // Links are not followed, so no tree is endless; real ones are not so deep.
    internal const int MaxFolderDepth = 64;

    /// <summary>Whether a folder is a recording: it holds a <c>session.json</c>, or a session.</summary>
    public static bool IsRecording(string folder) => File.Exists(Path.Combine(folder, PlainRecording.SessionFile)) || SessionFolder.Find(folder) is not null;

    /// <summary>
    /// The recordings below a folder, at any depth that people have, sorted by name; hidden folders (backups, the trash) are left out. Recordings that
    /// lie in a recording are among them: whoever analyses all says that they clash, and none is hidden by a file astray. Links to folders are taken as recordings, not followed further. A folder that
    /// cannot be read is taken for a recording: opening it says what is wrong, and stops no other.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <returns>Names relative to the folder, divided by slashes; none for what is no folder.</returns>
    /// <exception cref="RecordingFormatException">A folder cannot be read.</exception>
    public static IReadOnlyList<string> FindBelow(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        List<string> found = [];
        if (Directory.Exists(folder)) Search(folder, "", 1, IsRecording(folder), found);
        found.Sort(StringComparer.Ordinal);
        return found;
    }

    /// <summary>The files that the results of a recording depend on: <c>session.json</c> and what it names, or all that another program wrote.</summary>
    /// <param name="path">A recording's folder, its <c>session.json</c>, or another program's file or folder.</param>
    /// <returns>Each file's name for people and its path, sorted by name.</returns>
    /// <exception cref="RecordingFormatException">There is nothing, or it cannot be read.</exception>
    public static IReadOnlyList<(string Name, string Path)> InputsOf(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (SessionFolder.Find(path) is { } session) return [(Path.GetFileName(session), session)];
        bool isSession = string.Equals(Path.GetFileName(path), PlainRecording.SessionFile, StringComparison.OrdinalIgnoreCase);
        if (IsRecording(path) || isSession)
        {
            var recording = PlainRecording.Open(path);
            IEnumerable<(string, string)> sensors = recording.Sensors.Select(s => (s.File, recording.PathOf(s)));
            return [.. sensors.Append((PlainRecording.SessionFile, Path.Combine(recording.Folder, PlainRecording.SessionFile))).OrderBy(f => f.Item1, StringComparer.Ordinal)];
        }

        if (File.Exists(path)) return [(Path.GetFileName(path), path)];
        try
        {
            return [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Select(f => (Path.GetRelativePath(path, f).Replace('\\', '/'), f)).OrderBy(f => f.Item1, StringComparer.Ordinal)];
        }
        catch (Exception e) when (FileErrors.Is(e))
        {
            throw FileErrors.Explain(path, e);
        }
    }

    /// <summary>Whether what is in a folder can be seen: its name is text, and its permissions let us.</summary>
    internal static bool CanBeRead(string folder)
    {
        try
        {
            using IEnumerator<string> any = Directory.EnumerateFileSystemEntries(folder).GetEnumerator();
            _ = any.MoveNext();
            return true;
        }
        catch (Exception e) when (FileErrors.Is(e))
        {
            return false;
        }
    }

    // What else lies in a recording's folder is its own business.
    private static void Search(string folder, string prefix, int depth, bool isInRecording, List<string> found)
    {
        try
        {
            foreach (string child in Directory.EnumerateDirectories(folder).Where(c => Path.GetFileName(c)[0] != '.'))
            {
                string name = prefix + Path.GetFileName(child);
                bool isLink = RealPath.IsLink(child), isRecording = IsRecording(child), canBeRead = CanBeRead(child);
                if (isInRecording ? isRecording && !isLink : isRecording || !canBeRead) found.Add(name);
                if (canBeRead && depth < MaxFolderDepth && !isLink) Search(child, name + "/", depth + 1, isInRecording || isRecording, found);
            }
        }
        catch (Exception e) when (FileErrors.Is(e))
        {
            throw FileErrors.Explain(folder, e);
        }
    }
}
