using GaitSense.Recording;
using GaitSense.Sessions;

namespace GaitSense.Cli;

/// <summary>One recording and where its results go.</summary>
/// <param name="Recording">Path of the recording, as given.</param>
/// <param name="Name">Its name: the last part of its path.</param>
/// <param name="OutDirectory">Folder of its results.</param>
/// <param name="Weight">How much work it is, in bytes of its files; at least 1.</param>
internal sealed record AnalysisTarget(string Recording, string Name, string OutDirectory, long Weight)
{
    /// <summary>Folder that results go to when nobody says otherwise.</summary>
    public const string DefaultOut = "out";

    /// <summary>One recording writes straight into the folder that was asked for; several write into a folder each.</summary>
    /// <exception cref="UsageException">Two recordings would write into one folder, or one into itself.</exception>
    public static IReadOnlyList<AnalysisTarget> Plan(IReadOnlyList<string> recordings, string? outDirectory)
    {
        if (outDirectory is { Length: 0 }) throw new UsageException("--out is empty. Give a folder to write into.");
        if (recordings.FirstOrDefault(string.IsNullOrWhiteSpace) is not null) throw new UsageException("a recording's path is empty. Give a folder that holds a session.json.");
        var targets = new List<AnalysisTarget>();
        foreach (string recording in recordings)
        {
            string folder = FolderOf(recording);
            string name = NameOf(recording, folder);
            string target = outDirectory is not null && recordings.Count == 1 ? outDirectory : Path.Combine(outDirectory ?? DefaultOut, name);
            if (string.Equals(Path.TrimEndingDirectorySeparator(Path.GetFullPath(target)), folder, StringComparison.OrdinalIgnoreCase))
                throw new UsageException($"{recording}: the results would go into the recording itself. Choose another --out.");
            targets.Add(new AnalysisTarget(recording, name, target, WeightOf(folder)));
        }

        // File systems may not tell upper from lower case.
        if (targets.GroupBy(t => t.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Skip(1).Any()) is { } same)
        {
            throw new UsageException(
                $"two recordings are called {same.Key} ({string.Join(" and ", same.Take(2).Select(t => t.Recording))}) and would write into one folder. " +
                "Analyse them one by one, each with its own --out.");
        }

        return targets;
    }

    // A file of another program has a name of its own; session.json goes by its folder's.
    private static string NameOf(string recording, string folder)
    {
        bool isForeign = File.Exists(recording) && !string.Equals(Path.GetFileName(recording), PlainRecording.SessionFile, StringComparison.OrdinalIgnoreCase);
        string name = isForeign ? ImportedFolder.NameOf(recording) : Path.GetFileName(folder);
        return name.Length > 0 ? name : "recording";
    }

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
