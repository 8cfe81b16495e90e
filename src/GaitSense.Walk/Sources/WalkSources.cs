using GaitSense.Recording;
using GaitSense.Recording.Import.Study;
using GaitSense.Recording.Session;

namespace GaitSense.Walk;

/// <summary>Opens whatever a walk can be read from.</summary>
public static class WalkSources
{
    /// <summary>Opens a session recording or a plain recording, by what is there.</summary>
    /// <param name="path">Its folder, or the file in it.</param>
    /// <param name="options">How it is read.</param>
    /// <param name="importing">Called with the share of another program's files that is imported, 0 to 1; null: none.</param>
    /// <param name="import">Other programs' files that make the recording, and what is said about them; null: the path tells.</param>
    /// <param name="stop">Ends such an import.</param>
    /// <exception cref="RecordingFormatException">There is none, or it cannot be read.</exception>
    public static IOpenedSource Open(string path, ReadOptions options, Action<double>? importing = null, ImportRequest? import = null, CancellationToken stop = default) =>
        import is not null || SessionFolder.Find(path) is null ? RecordingSource.Open(path, options, importing, import, stop) : SessionSource.Open(path, options);
}
