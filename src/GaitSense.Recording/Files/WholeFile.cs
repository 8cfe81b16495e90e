using System.Text;

namespace GaitSense.Recording.Files;

/// <summary>Small files that are there whole or not at all, with any number of writers: written beside their place under a temporary name, then moved.</summary>
public static class WholeFile
{
    /// <summary>Writes a file, in place of an older one; its folder is made where it is missing.</summary>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public static void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <inheritdoc cref="Write(string, string)"/>
    public static void Write(string path, byte[] utf8) => WriteBytes(path, file => file.Write(utf8));

    /// <inheritdoc cref="Write(string, string)"/>
    public static void Write(string path, Action<TextWriter> write) => WriteBytes(path, file =>
    {
        using var text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 15, leaveOpen: true) { NewLine = "\n" };
        write(text);
    });

    /// <inheritdoc cref="Write(string, string)"/>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes it, from its beginning on; the stream cannot seek.</param>
    public static void WriteBytes(string path, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        using PendingFile file = new(Path.GetDirectoryName(path) ?? "", Path.GetFileName(path));
        write(file);
        file.Complete();
    }

    /// <summary>Gives a file that somebody else wrote its name, in place of an older one, once its bytes are on the disk; both are in one folder.</summary>
    /// <param name="pending">The file under its temporary name, closed.</param>
    /// <param name="path">The name it takes.</param>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public static void Take(string pending, string path)
    {
        try
        {
            using (FileStream file = new(pending, FileMode.Open, FileAccess.ReadWrite)) DiskSync.File(file.SafeFileHandle);
            File.Move(pending, path, overwrite: true);
            DiskSync.Folder(Path.GetDirectoryName(path) ?? "");
        }
        catch (Exception e) when (FileErrors.Is(e))
        {
            throw new RecordingWriteException(path, e);
        }
    }

    /// <summary>Takes a file away, if it is there.</summary>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public static void Delete(string path)
    {
        try
        {
            if (File.Exists(path)) File.Delete(path);
        }
        catch (Exception e) when (FileErrors.Is(e))
        {
            throw new RecordingWriteException(path, e);
        }
    }
}
