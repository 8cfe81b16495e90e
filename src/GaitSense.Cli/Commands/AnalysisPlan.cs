using GaitSense.Recording;
using GaitSense.Sessions;

namespace GaitSense.Cli;

/// <summary>What is to be analysed, and where all of it goes.</summary>
/// <param name="Targets">The recordings, as given; those of a folder, and those of a shard, by name.</param>
/// <param name="AllNames">The names of all recordings, those of other shards too.</param>
/// <param name="CohortDirectory">The folder that holds the recordings' folders; null for one recording that was given by itself.</param>
/// <param name="Shard">The part of all recordings that this is; null for all of them.</param>
internal sealed record AnalysisPlan(IReadOnlyList<AnalysisTarget> Targets, IReadOnlyList<string> AllNames, string? CohortDirectory, CohortShard? Shard)
{
    /// <summary>One recording writes straight into the folder that was asked for; several, and those of a folder of recordings, write into a folder each.</summary>
    /// <param name="recordings">Recordings, and folders that contain recordings.</param>
    /// <param name="outDirectory">The folder that was asked for; null for none.</param>
    /// <param name="shard">The part of them that is wanted; null for all.</param>
    /// <exception cref="UsageException">Two recordings would write into one folder, or one into itself.</exception>
    public static AnalysisPlan Of(IReadOnlyList<string> recordings, string? outDirectory, CohortShard? shard = null)
    {
        if (outDirectory is { Length: 0 }) throw new UsageException("--out is empty. Give a folder to write into.");
        if (recordings.FirstOrDefault(string.IsNullOrWhiteSpace) is not null) throw new UsageException("a recording's path is empty. Give a folder that holds a session.json.");
        List<(string Path, string Name)> all = [];
        bool isCohort = recordings.Count > 1 || shard is not null;
        foreach (string recording in recordings)
        {
            IReadOnlyList<string> below = RecordingFiles.FindBelow(recording);
            isCohort |= below.Count > 0;
            if (below.Count == 0) all.Add((recording, AnalysisTarget.NameOf(recording)));
            foreach (string name in below) all.Add((CohortFolder.ResultsOf(recording, name), name));
        }

        KeepApart(all);
        string root = outDirectory ?? AnalysisTarget.DefaultOut;
        IReadOnlyList<(string Path, string Name)> mine = shard?.Take(all, r => r.Name) ?? all;
        return new AnalysisPlan(
            [.. mine.Select(r => AnalysisTarget.Of(r.Path, r.Name, !isCohort && outDirectory is not null ? outDirectory : CohortFolder.ResultsOf(root, r.Name)))],
            [.. all.Select(r => r.Name)],
            isCohort ? root : null,
            shard);
    }

    private static void KeepApart(List<(string Path, string Name)> all)
    {
        // File systems may not tell upper from lower case.
        if (all.GroupBy(t => t.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Skip(1).Any()) is { } same)
        {
            throw new UsageException(
                $"two recordings are called {same.Key} ({string.Join(" and ", same.Take(2).Select(t => t.Path))}) and would write into one folder. " +
                "Analyse them one by one, each with its own --out.");
        }

        HashSet<string> names = new(all.Select(t => t.Name), StringComparer.OrdinalIgnoreCase);
        foreach ((string path, string name) in all)
        {
            for (int slash = name.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = name.IndexOf('/', slash + 1))
                if (names.Contains(name[..slash])) throw new UsageException($"{path}: its results would go into those of the recording {name[..slash]}. Analyse them apart, each with its own --out.");
        }
    }
}
