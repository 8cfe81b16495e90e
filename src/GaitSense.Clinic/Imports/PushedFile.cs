using System.Security.Cryptography;
using GaitSense.Recording.Files;
using GaitSense.Storage;

namespace GaitSense.Clinic.Imports;

/// <summary>A walk that a phone pushes in parts: what has come stays, so that a push that broke off goes on where it was. A person has one at a time.</summary>
internal sealed class PushedFile
{
    /// <summary>The largest walk that is taken, bytes.</summary>
    public const long MostBytes = 256L << 20;

    private const string Ending = ".part";
    private const int DiskFullWindows = unchecked((int)0x80070070), DiskFull = 28;

    private readonly string _folder, _person;

    /// <summary>What has come of a walk.</summary>
    /// <param name="folder">The folder of all that arrive.</param>
    /// <param name="person">Whose phone pushes.</param>
    /// <param name="id">The session that the walk will be.</param>
    public PushedFile(string folder, Guid person, Guid id)
    {
        (_folder, _person) = (folder, person.ToString("N"));
        Path = System.IO.Path.Combine(folder, $"{_person}-{id:N}{Ending}");
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Bytes that have come.</summary>
    public long Bytes => File.Exists(Path) ? new FileInfo(Path).Length : 0;

    /// <summary>Adds a part.</summary>
    /// <param name="part">Its bytes.</param>
    /// <param name="at">Where it belongs, bytes; 0 begins anew.</param>
    /// <param name="stop">Ends it; what has come by then stays.</param>
    /// <returns>Bytes that have come.</returns>
    /// <exception cref="StoreException">It does not go on where the last part ended, another part comes just now, or there is no room.</exception>
    public async Task<long> AppendAsync(Stream part, long at, CancellationToken stop)
    {
        PrivateFiles.CreateFolder(_folder);
        foreach (string other in Directory.EnumerateFiles(_folder, $"{_person}-*{Ending}").Where(f => !string.Equals(f, Path, StringComparison.Ordinal))) WholeFile.Delete(other);
        try
        {
            if (at != 0 && at != Bytes) throw new StoreException(StoreFailure.Conflict, FormattableString.Invariant($"{Bytes} bytes of the walk have come: go on there"));
            FileStreamOptions options = new() { Mode = at == 0 ? FileMode.Create : FileMode.Append, Access = FileAccess.Write, Share = FileShare.None };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            await using FileStream file = new(Path, options);
            await part.CopyToAsync(file, stop).ConfigureAwait(false);
            return file.Length;
        }
        catch (IOException e) when (e.HResult is DiskFull or DiskFullWindows)
        {
            throw new StoreException(StoreFailure.Full, "the server's disk is full, and the walk was not taken: make room", e);
        }
        catch (IOException e) when (e is not FileNotFoundException && e.GetType() == typeof(IOException))
        {
            throw new StoreException(StoreFailure.Conflict, "a part of this walk comes just now: wait for its end", e);
        }
    }

    /// <summary>SHA-256 of all that has come.</summary>
    /// <param name="stop">Ends it.</param>
    public async Task<byte[]> HashAsync(CancellationToken stop)
    {
        await using FileStream file = File.OpenRead(Path);
        return await SHA256.HashDataAsync(file, stop).ConfigureAwait(false);
    }

    /// <summary>Takes it away.</summary>
    public void Delete() => WholeFile.Delete(Path);
}
