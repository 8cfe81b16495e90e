using GaitSense.Core;
using GaitSense.Recording.Files;
using GaitSense.Recording.Session;
using GaitSense.Storage;
using GaitSense.Training.People;

namespace GaitSense.Clinic.Imports;

/// <summary>Files of walks that arrive at a store, in a folder of their own beside it, until they are sessions or refused.</summary>
public static class ArrivedFiles
{
    private const string Folder = "arriving";
    private static readonly TimeSpan s_partKept = TimeSpan.FromDays(7), s_folderKept = TimeSpan.FromDays(1);

    /// <summary>A new folder for one that arrives; whoever asks for it deletes it.</summary>
    /// <param name="store">The store.</param>
    public static string NewFolder(TrainingStore store) => Path.Combine(PlaceOf(store), Guid.NewGuid().ToString("N"));

    /// <summary>The folder of all.</summary>
    /// <param name="store">The store.</param>
    public static string PlaceOf(TrainingStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        return Path.Combine(store.Location.Folder, Folder);
    }

    /// <summary>Takes away what was left by servers that were cut off, and pushes that nobody went on with.</summary>
    /// <param name="store">The store.</param>
    /// <param name="now">Now.</param>
    internal static void Forget(TrainingStore store, DateTimeOffset now)
    {
        string place = PlaceOf(store);
        if (!Directory.Exists(place)) return;
        foreach (string part in Directory.EnumerateFiles(place).Where(f => File.GetLastWriteTimeUtc(f) < (now - s_partKept).UtcDateTime)) WholeFile.Delete(part);
        foreach (string folder in Directory.EnumerateDirectories(place).Where(f => Directory.GetLastWriteTimeUtc(f) < (now - s_folderKept).UtcDateTime)) Directory.Delete(folder, recursive: true);
    }

    /// <summary>Takes one file, an archive or a session's own, as a session.</summary>
    /// <param name="store">The store, as whoever takes it may use it.</param>
    /// <param name="person">Whose walk it is.</param>
    /// <param name="file">The file.</param>
    /// <param name="name">What it is called in errors: what whoever gave it knows it by.</param>
    /// <param name="request">What it does not say itself.</param>
    /// <param name="now">Now.</param>
    /// <param name="stop">Ends it; nothing is kept then.</param>
    /// <exception cref="GaitSenseException">It is no walk, or cannot be kept.</exception>
    public static async Task<ImportedSession> TakeAsync(TrainingStore store, Person person, string file, string name, ImportRequest request, DateTimeOffset now, CancellationToken stop)
    {
        string folder = NewFolder(store), session = Path.Combine(folder, "walk");
        try
        {
            if (WalkArchive.Is(file)) await WalkArchive.UnpackAsync(file, name, session, stop).ConfigureAwait(false);
            else CopyAlone(file, session);
            return await SessionImport.TakeAsync(store, person, session, request, now, stop).ConfigureAwait(false);
        }
        catch (GaitSenseException e) when (e is not StoreException && e.Message.Contains(folder, StringComparison.Ordinal))
        {
            // Where it lay for a moment is nobody's to know.
            throw new GaitSenseException(e.Message.Replace(Path.Combine(session, SessionFolder.SessionFile), name, StringComparison.Ordinal).Replace(session, name, StringComparison.Ordinal), e);
        }
        finally
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
    }

    private static void CopyAlone(string file, string folder)
    {
        PrivateFiles.CreateFolder(folder);
        using FileStream from = File.OpenRead(file), to = PrivateFiles.Create(Path.Combine(folder, SessionFolder.SessionFile));
        from.CopyTo(to);
    }
}
