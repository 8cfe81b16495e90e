using GaitSense.Recording.Files;

namespace GaitSense.Storage;

/// <summary>A lock among programs by an empty file. It ends with the program, however that ends.</summary>
internal sealed class FileLock : IDisposable
{
    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    /// <summary>Beside others that share it; null: somebody has it alone.</summary>
    public static FileLock? Shared(string path, TimeSpan patience) => Take(path, FileAccess.Read, FileShare.Read, patience);

    /// <summary>Alone; null: somebody has it.</summary>
    public static FileLock? Exclusive(string path, TimeSpan patience) => Take(path, FileAccess.ReadWrite, FileShare.None, patience);

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static FileLock? Take(string path, FileAccess access, FileShare share, TimeSpan patience)
    {
        PrivateFiles.CreateFolder(Path.GetDirectoryName(path) ?? "");
        for (long end = Environment.TickCount64 + (long)patience.TotalMilliseconds; ;)
        {
            try
            {
                if (!File.Exists(path)) PrivateFiles.Create(path, FileShare.ReadWrite).Dispose();
                return new FileLock(new FileStream(path, FileMode.Open, access, share, bufferSize: 0));
            }
            catch (IOException e) when (e is not FileNotFoundException and not DirectoryNotFoundException and not PathTooLongException)
            {
                if (Environment.TickCount64 >= end) return null;
                Thread.Sleep(20);
            }
        }
    }
}
