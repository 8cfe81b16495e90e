using Microsoft.Win32.SafeHandles;

namespace GaitSense.Recording.Files;

/// <summary>A folder of the file system as a place for files.</summary>
/// <param name="folder">Its path; made where it is missing, with the first file. One that is taken away later is not made anew: what was in it went with it. Empty: where the program was started.</param>
public sealed class FolderStore(string folder) : IFileStore
{
    private bool _isMade;

    /// <summary>Brings an open file to the disk, or throws. <value>The default asks the system.</value></summary>
    internal Action<SafeFileHandle> Sync { get; init; } = DiskSync.File;

    /// <inheritdoc/>
    public string Place => folder;

    /// <inheritdoc/>
    public IAppendFile Create(string name, bool isLive = false)
    {
        FolderFile file = new(folder, name, isLive, makesFolder: !_isMade, Sync);
        _isMade = true;
        return file;
    }

    /// <inheritdoc/>
    public bool Exists(string name) => File.Exists(Path.Combine(folder, name));

    /// <inheritdoc/>
    public void Delete(string name) => WholeFile.Delete(Path.Combine(folder, name));
}
