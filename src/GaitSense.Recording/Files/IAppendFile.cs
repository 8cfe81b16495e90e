namespace GaitSense.Recording.Files;

/// <summary>A file that only grows. Disposed without a name, it is gone. One thread at a time.</summary>
public interface IAppendFile : IDisposable
{
    /// <summary>Where it is, for people.</summary>
    string Path { get; }

    /// <summary>Bytes in it.</summary>
    long Length { get; }

    /// <summary>Adds bytes.</summary>
    /// <exception cref="RecordingWriteException">They cannot be written.</exception>
    void Append(ReadOnlySpan<byte> bytes);

    /// <summary>Brings what was appended to where it outlives the program and the power.</summary>
    /// <returns>Why that failed; null: it did not.</returns>
    RecordingWriteException? Flush();

    /// <summary>Gives it its name, so that a name can mean that something whole is in it. A live file may grow further, any other is closed.</summary>
    /// <param name="name">The name.</param>
    /// <param name="overwrite">Whether it takes the place of an older file.</param>
    /// <exception cref="RecordingWriteException">It cannot have that name.</exception>
    void Rename(string name, bool overwrite = true);
}
