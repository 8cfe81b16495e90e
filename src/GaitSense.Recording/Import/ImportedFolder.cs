using GaitSense.Recording.Import.Study;

namespace GaitSense.Recording.Import;

/// <summary>A plain recording made of another program's files for the time of one session, in the folder for temporary files.</summary>
public sealed class ImportedFolder : IDisposable
{
    /// <summary>How the names of these folders begin.</summary>
    public const string Prefix = "gaitsense-import-";

    private ImportedFolder(string name, string folder, ImportResult result)
    {
        Name = name;
        Folder = folder;
        Result = result;
    }

    /// <summary>What the recording is called: the file's name.</summary>
    public string Name { get; }

    /// <summary>The plain recording.</summary>
    public string Folder { get; }

    /// <summary>What was imported and assumed.</summary>
    public ImportResult Result { get; }

    /// <summary>Imports a file or folder, with what the nearest <c>gaitsense.json</c> says.</summary>
    /// <inheritdoc cref="Of(ImportRequest, Action{double}?, CancellationToken)"/>
    public static ImportedFolder Of(string path, Action<double>? progress = null, CancellationToken stop = default) =>
        Of(ImportRequest.Of(path, new ImportOptions()), progress, stop);

    /// <summary>Imports the files of a recording.</summary>
    /// <param name="request">The files, and what is said about them.</param>
    /// <param name="progress">Called with the share that is done, 0 to 1; null: none.</param>
    /// <param name="stop">Ends it; nothing is left behind.</param>
    /// <exception cref="RecordingFormatException">It cannot be read.</exception>
    /// <exception cref="RecordingWriteException">There is no room for temporary files.</exception>
    public static ImportedFolder Of(ImportRequest request, Action<double>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        string folder;
        try
        {
            folder = Directory.CreateTempSubdirectory(Prefix).FullName;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordingWriteException(Path.GetTempPath(), e);
        }

        try
        {
            return new ImportedFolder(request.Name, folder, RecordingImport.Convert(request.Inputs, folder, request.Options, progress, stop: stop));
        }
        catch
        {
            Remove(folder);
            throw;
        }
    }

    /// <summary>A file's name without <c>.gz</c> and its ending; a folder's own name.</summary>
    public static string NameOf(string path)
    {
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        if (Directory.Exists(path)) return name;
        if (name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)) name = name[..^3];
        return Path.GetFileNameWithoutExtension(name);
    }

    /// <inheritdoc/>
    public void Dispose() => Remove(Folder);

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A temporary folder that stays behind spoils no result.
        }
    }
}
