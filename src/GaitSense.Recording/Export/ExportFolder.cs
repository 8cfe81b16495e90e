using GaitSense.Recording.Files;

namespace GaitSense.Recording.Export;

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
