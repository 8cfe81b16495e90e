namespace GaitSense.Recording.Files;

/// <summary>Opens what others wrote. A pipe or a device is not waited for: it has no length, and is read as what it holds for us, nothing.</summary>
internal static class InputFile
{
    /// <summary>Opens a file to be read from its beginning.</summary>
    /// <param name="path">The file.</param>
    /// <param name="share">Who else may have it open.</param>
    /// <param name="bufferBytes">Bytes read ahead; 1: none.</param>
    /// <param name="options">How the system is to read it.</param>
    public static Stream Open(string path, FileShare share = FileShare.Read, int bufferBytes = 4096, FileOptions options = FileOptions.None) =>
        new FileInfo(path) is { Exists: true, Length: 0 } ? new MemoryStream([], writable: false) : new FileStream(path, FileMode.Open, FileAccess.Read, share, bufferBytes, options);
}
