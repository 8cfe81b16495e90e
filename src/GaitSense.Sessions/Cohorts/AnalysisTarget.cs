using GaitSense.Analysis.Cohorts;
using GaitSense.Core;
using GaitSense.Recording.Import;
using GaitSense.Recording.Import.Study;
using GaitSense.Recording.Plain;

namespace GaitSense.Sessions;

/// <summary>One recording and where its results go.</summary>
/// <param name="Recording">Path of the recording, as given, or below the folder that was given.</param>
/// <param name="Name">Its name: the last part of its path; below a folder of recordings its path there, divided by slashes.</param>
/// <param name="OutDirectory">Folder of its results.</param>
/// <param name="Weight">How much work it is, in bytes of its files; at least 1.</param>
public sealed record AnalysisTarget(string Recording, string Name, string OutDirectory, long Weight)
{
    /// <summary>What results are, as their note says.</summary>
    public const string ResultKind = "results";

    /// <summary>Other programs' files that make it, and what is said about them; null: it is a recording of GaitSense's own.</summary>
    public ImportRequest? Import { get; init; }

    /// <summary>Whose it is, and of which visit.</summary>
    public PersonVisit Person { get; init; } = PersonVisit.Unknown;

    /// <summary>The name of a recording that was given by itself.</summary>
    public static string NameOf(string recording)
    {
        // A file of another program has a name of its own; session.json goes by its folder's.
        string name = IsForeignFile(recording) ? ImportedFolder.NameOf(recording) : Path.GetFileName(FolderOf(recording));
        return name.Length > 0 ? OutsideText.Line(name) : "recording";
    }

    /// <summary>A recording.</summary>
    /// <param name="recording">Its path.</param>
    /// <param name="name">Its name.</param>
    /// <param name="outDirectory">Where its results go.</param>
    /// <param name="import">Other programs' files that make it; null: it is a recording of GaitSense's own.</param>
    /// <exception cref="AnalysisClashException">They would go into the recording itself.</exception>
    internal static AnalysisTarget Of(string recording, string name, string outDirectory, ImportRequest? import = null)
    {
        string folder = FolderOf(recording);
        if (string.Equals(Path.TrimEndingDirectorySeparator(Path.GetFullPath(outDirectory)), folder, StringComparison.OrdinalIgnoreCase))
            throw new AnalysisClashException(AnalysisClash.IntoItself, recording, $"{recording}: the results would go into the recording itself.");
        return new AnalysisTarget(recording, name, outDirectory, IsForeignFile(recording) ? Math.Max(1, new FileInfo(recording).Length) : WeightOf(folder)) { Import = import };
    }

    /// <summary>What failed, without the places where recording and results lie on this machine.</summary>
    internal string WithoutPlaces(string error)
    {
        string imported = Path.Combine(Path.GetTempPath(), ImportedFolder.Prefix);
        if (error.StartsWith(imported, StringComparison.Ordinal) && error.IndexOf(Path.DirectorySeparatorChar, imported.Length) is > 0 and var end) return Name + error[end..];
        foreach (string place in new[] { Recording, OutDirectory })
        {
            string trimmed = Path.TrimEndingDirectorySeparator(place);
            if (trimmed.Length > 0 && error.StartsWith(trimmed, StringComparison.Ordinal)) return Name + error[trimmed.Length..];
        }

        return error;
    }

    private static bool IsForeignFile(string recording) =>
        File.Exists(recording) && !string.Equals(Path.GetFileName(recording), PlainRecording.SessionFile, StringComparison.OrdinalIgnoreCase);

    private static string FolderOf(string recording)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(recording));
        return File.Exists(full) ? Path.GetDirectoryName(full) ?? full : full;
    }

    private static long WeightOf(string folder)
    {
        try
        {
            return Math.Max(1, new DirectoryInfo(folder).EnumerateFiles().Sum(f => f.Length));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 1; // opening it will say what is wrong
        }
    }
}
