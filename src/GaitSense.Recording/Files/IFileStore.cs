namespace GaitSense.Recording.Files;

/// <summary>Where the files of one walk go: a folder, a browser's storage, memory.</summary>
public interface IFileStore
{
    /// <summary>What people call the place: the folder's path.</summary>
    string Place { get; }

    /// <summary>Begins a file. Until it is given its name (<see cref="IAppendFile.Rename"/>) nothing of that name is touched.</summary>
    /// <param name="name">The name it shall have.</param>
    /// <param name="isLive">Whether it may be read while it grows, and each append goes out at once; otherwise it is opened exclusively, and appends gather.</param>
    /// <exception cref="RecordingWriteException">It cannot be made.</exception>
    IAppendFile Create(string name, bool isLive = false);

    /// <summary>Whether there is a file of that name.</summary>
    bool Exists(string name);

    /// <summary>Takes a file away, if it is there.</summary>
    /// <exception cref="RecordingWriteException">It cannot be taken away.</exception>
    void Delete(string name);
}
