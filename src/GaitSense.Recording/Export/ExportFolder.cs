namespace GaitSense.Recording;

/// <summary>
/// A folder that an export fills. What is there already is never written over, and what an export that failed had begun goes again.
/// </summary>
internal sealed class ExportFolder : IDisposable
{
    private readonly List<string> _created = [];
    private bool _completed;

    /// <summary>Begins, in a folder that is created where it is missing.</summary>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public ExportFolder(string path)
    {
        Path = path;
        Create(path);
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>Refuses where one of these is there already.</summary>
    /// <param name="folder">The folder, which need not exist.</param>
    /// <param name="names">Files and folders that are about to be written, relative to it.</param>
    /// <exception cref="RecordingFormatException">One is there.</exception>
    public static void Refuse(string folder, params IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            string path = System.IO.Path.Combine(folder, name);
            if (System.IO.Path.Exists(path)) throw new RecordingFormatException(path, "is there already and is not overwritten: choose another --out, or move it away");
        }

        if (File.Exists(folder)) throw new RecordingFormatException(folder, "is a file: choose another --out");
    }

    /// <summary>A folder inside, created with all above it.</summary>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public string Sub(string name)
    {
        string path = System.IO.Path.Combine(Path, name);
        Create(path);
        return path;
    }

    /// <summary>Keeps what was made.</summary>
    public void Complete() => _completed = true;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_completed) return;
        foreach (string folder in Enumerable.Reverse(_created))
        {
            try
            {
                if (!Directory.EnumerateFileSystemEntries(folder).Any()) Directory.Delete(folder);
            }
            catch (Exception e) when (FileErrors.Is(e))
            {
                // An empty folder that stays behind spoils nothing; why the export failed is being said.
            }
        }
    }

    private void Create(string path)
    {
        try
        {
            string? at = System.IO.Path.GetFullPath(path);
            var missing = new Stack<string>();
            for (; at is not null && !Directory.Exists(at); at = System.IO.Path.GetDirectoryName(at)) missing.Push(at);
            PrivateFiles.CreateFolder(path);
            _created.AddRange(missing);
        }
        catch (Exception e) when (FileErrors.Is(e))
        {
            throw new RecordingWriteException(path, e);
        }
    }
}
