using System.Formats.Tar;
using System.Security.Cryptography;
using GaitSense.Recording.Files;
using GaitSense.Recording.Session;

namespace GaitSense.Storage;

/// <summary>The folder of recordings, each a file named by its hash: <c>ab/cdef...</c>. A file is there whole or not at all, and the same bytes are there once.</summary>
/// <param name="folder">The folder; made when the first recording comes.</param>
internal sealed class RecordingPlace(string folder)
{
    /// <summary>What a folder is kept as.</summary>
    public const string FolderEnding = ".tar";

    private const int HashDigits = 64;

    /// <summary>The folder.</summary>
    public string Folder => folder;

    /// <summary>Where a recording is.</summary>
    public string PathOf(string hash) => Path.Combine(folder, hash[..2], hash[2..]);

    /// <summary>Copies a recording to the drive under a temporary name.</summary>
    /// <param name="path">A file, a session's folder (its one file is kept) or another folder (packed, the same each time).</param>
    public PendingRecording Take(string path)
    {
        string source = SessionFolder.Find(path) ?? path;
        bool isFolder = Directory.Exists(source);
        string ending = isFolder ? FolderEnding : EndingOf(source);
        PrivateFiles.CreateFolder(folder);
        string pending = Path.Combine(folder, ".new-" + Guid.NewGuid().ToString("N"));
        try
        {
            using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            long bytes;
            using (FileStream file = PrivateFiles.Create(pending))
            {
                using HashingStream to = new(file, hash);
                if (isFolder) Pack(source, to);
                else
                    using (Stream from = File.OpenRead(source)) from.CopyTo(to);
                to.Flush();
                bytes = to.Written;
            }

            return new PendingRecording(pending, Convert.ToHexStringLower(hash.GetHashAndReset()), bytes, ending);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            WholeFile.Delete(pending);
            throw new StoreException(
                e is FileNotFoundException or DirectoryNotFoundException ? StoreFailure.NotFound : StoreFailure.Unavailable,
                $"{path}: the recording cannot be kept: {(e is FileNotFoundException or DirectoryNotFoundException ? "it is not there" : e.Message.TrimEnd('.'))}", e);
        }
    }

    /// <summary>Gives a recording its place, on the disk; who writes holds the store's turn.</summary>
    public void Settle(PendingRecording pending)
    {
        string path = PathOf(pending.Hash);
        if (File.Exists(path) && new FileInfo(path).Length == pending.Bytes)
        {
            WholeFile.Delete(pending.Path);
            return;
        }

        PrivateFiles.CreateFolder(Path.GetDirectoryName(path)!);
        WholeFile.Take(pending.Path, path);
    }

    /// <summary>Takes a recording's file away.</summary>
    public void Delete(string hash)
    {
        string path = PathOf(hash);
        WholeFile.Delete(path);
        if (Directory.Exists(Path.GetDirectoryName(path)) && !Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(path)!).Any()) Directory.Delete(Path.GetDirectoryName(path)!);
    }

    /// <summary>The hashes of all files that are there.</summary>
    public IEnumerable<string> Hashes() => !Directory.Exists(folder) ? [] :
        from part in Directory.EnumerateDirectories(folder)
        from file in Directory.EnumerateFiles(part)
        let hash = Path.GetFileName(part) + Path.GetFileName(file)
        where hash.Length == HashDigits && hash.All(char.IsAsciiHexDigitLower)
        select hash;

    /// <summary>Files under temporary names that no writer has come back for.</summary>
    /// <param name="before">Written last before.</param>
    public IEnumerable<string> Leftovers(DateTimeOffset before) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, ".new-*").Where(f => File.GetLastWriteTimeUtc(f) < before.UtcDateTime) : [];

    /// <summary>Whether a text is a hash as files are named by.</summary>
    public static bool IsHash(string text) => text.Length == HashDigits && text.All(char.IsAsciiHexDigitLower);

    private static string EndingOf(string path)
    {
        string ending = Path.GetExtension(path).ToLowerInvariant();
        return ending.Length is > 1 and <= 8 && ending.AsSpan(1).IndexOfAnyExceptInRange('a', 'z') < 0 ? ending : "";
    }

    // Sorted, without times, owners and modes: the same files are the same bytes.
    private static void Pack(string source, Stream to)
    {
        using TarWriter tar = new(to, TarEntryFormat.Pax, leaveOpen: true);
        foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Where(f => new FileInfo(f).LinkTarget is null).Order(StringComparer.Ordinal))
        {
            using FileStream content = File.OpenRead(file);
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, Path.GetRelativePath(source, file).Replace('\\', '/'))
            {
                DataStream = content,
                ModificationTime = DateTimeOffset.UnixEpoch,
                Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            });
        }
    }
}
