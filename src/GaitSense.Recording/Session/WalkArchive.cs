using System.IO.Compression;
using GaitSense.Core;
using GaitSense.Recording.Files;

namespace GaitSense.Recording.Session;

/// <summary>A walk as one file that came from somewhere else: a ZIP archive as a phone or a desk makes it. It is unpacked into a folder of our own, and no further than a walk is long.</summary>
public static class WalkArchive
{
    // A folder of a session has a handful of files; two feet at 200 Hz fill 20 MB an hour.
    private const int MostFiles = 64;
    private const long MostBytes = 512L << 20;
    private const int BufferBytes = 1 << 16;

    /// <summary>Whether a file is such an archive, by its first bytes.</summary>
    /// <param name="path">The file; it need not be there.</param>
    public static bool Is(string path)
    {
        if (!File.Exists(path)) return false;
        Span<byte> start = stackalloc byte[4];
        try
        {
            using Stream file = InputFile.Open(path);
            return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual("PK\u0003\u0004"u8);
        }
        catch (Exception e) when (FileErrors.Is(e))
        {
            return false; // reading it says what is wrong
        }
    }

    /// <summary>Unpacks the session of an archive: the files beside its <c>session.gait</c>.</summary>
    /// <param name="path">The archive.</param>
    /// <param name="name">What it is called in errors.</param>
    /// <param name="folder">A folder that is not there yet.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>The folder of the session.</returns>
    /// <exception cref="GaitSenseException">It is damaged, has no session or more than one, or is larger than any walk.</exception>
    public static async Task<string> UnpackAsync(string path, string name, string folder, CancellationToken stop)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        try
        {
            await using FileStream file = File.OpenRead(path);
            await using ZipArchive zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, stop).ConfigureAwait(false);
            string[] sessions = [.. zip.Entries.Where(e => string.Equals(e.Name, SessionFolder.SessionFile, StringComparison.Ordinal)).Select(e => e.FullName)];
            if (sessions.Length != 1) throw new GaitSenseException(sessions.Length == 0 ? $"{name}: is no walk: there is no {SessionFolder.SessionFile} in it" : $"{name}: holds {sessions.Length} walks: give them one by one");
            string within = sessions[0][..^SessionFolder.SessionFile.Length];
            ZipArchiveEntry[] files = [.. zip.Entries.Where(e => e.Name.Length > 0 && string.Equals(e.FullName, within + e.Name, StringComparison.Ordinal) && IsPlain(e.Name))];
            if (files.Length > MostFiles) throw new GaitSenseException($"{name}: is no walk: it holds {files.Length} files");
            PrivateFiles.CreateFolder(folder);
            long left = MostBytes;
            foreach (ZipArchiveEntry entry in files) left -= await CopyAsync(entry, Path.Combine(folder, entry.Name), left, name, stop).ConfigureAwait(false);
            return folder;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw new GaitSenseException($"{name}: the archive is damaged or cut off: save the walk once more", e);
        }
    }

    // What an archive says of its sizes is not believed: bytes are counted as they come.
    private static async Task<long> CopyAsync(ZipArchiveEntry entry, string to, long most, string name, CancellationToken stop)
    {
        byte[] buffer = new byte[BufferBytes];
        long copied = 0;
        await using Stream from = await entry.OpenAsync(stop).ConfigureAwait(false);
        await using FileStream file = PrivateFiles.Create(to);
        for (int n; (n = await from.ReadAsync(buffer, stop).ConfigureAwait(false)) > 0;)
        {
            copied += n;
            if (copied > most) throw new GaitSenseException($"{name}: is larger than any walk");
            await file.WriteAsync(buffer.AsMemory(0, n), stop).ConfigureAwait(false);
        }

        return copied;
    }

    private static bool IsPlain(string name) => name is not ("." or "..") && name.AsSpan().IndexOfAny(Path.GetInvalidFileNameChars()) < 0 && name.IndexOfAny(['/', '\\', ':']) < 0;
}
