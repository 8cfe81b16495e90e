using System.Text;
using GaitSense.Recording;

namespace GaitSense.Sessions;

/// <summary>Small text files that are there whole or not at all: written beside their place under a temporary name, then moved.</summary>
public static class WholeFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a file, in place of an older one; its folder is made where it is missing.</summary>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public static void Write(string path, string text)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        string pending = Path.Combine(folder, $".{Path.GetFileName(path)}.{Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture)}.tmp");
        try
        {
            Directory.CreateDirectory(folder);
            using (FileStream file = new(pending, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                file.Write(Utf8.GetBytes(text));
                file.Flush(flushToDisk: true);
            }

            File.Move(pending, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            TryDelete(pending);
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
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordingWriteException(path, e);
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What stopped the writing is reported; a leftover under a temporary name misleads nobody.
        }
    }
}
