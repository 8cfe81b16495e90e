using GaitSense.Recording;

namespace GaitSense.Sessions;

/// <summary>What is to be analysed, and where all of it goes.</summary>
public sealed record AnalysisPlan
{
    private AnalysisPlan(IReadOnlyList<AnalysisTarget> targets, IReadOnlyList<string> allNames, string? cohortDirectory, CohortShard? shard)
    {
        Targets = targets;
        AllNames = allNames;
        CohortDirectory = cohortDirectory;
        Shard = shard;
    }

    /// <summary>The recordings, as given; those of a folder, and those of a shard, by name.</summary>
    public IReadOnlyList<AnalysisTarget> Targets { get; }

    /// <summary>The names of all recordings, those of other shards too.</summary>
    public IReadOnlyList<string> AllNames { get; }

    /// <summary>The folder that gets the table and the page, or what a shard leaves; null where there is no cohort: nothing is kept of what is finished, and all is analysed.</summary>
    public string? CohortDirectory { get; private init; }

    /// <summary>The part of all recordings that this is; null for all of them.</summary>
    public CohortShard? Shard { get; }

    /// <summary>
    /// Several recordings, and those of a folder of recordings, are a cohort and write into a folder each. One recording that was given by itself is none, and writes
    /// straight into the folder.
    /// </summary>
    /// <param name="recordings">Recordings, and folders that contain recordings; no path is empty.</param>
    /// <param name="outDirectory">The folder of all results; not empty.</param>
    /// <param name="shard">The part of them that is wanted; null for all. One recording is a cohort then, too.</param>
    /// <param name="alwaysByName">Whether one recording that was given by itself writes into a folder with its name as well.</param>
    /// <exception cref="AnalysisClashException">Two recordings would write into one folder, or one into itself.</exception>
    /// <exception cref="RecordingFormatException">A folder cannot be read.</exception>
    public static AnalysisPlan Of(IReadOnlyList<string> recordings, string outDirectory, CohortShard? shard = null, bool alwaysByName = false)
    {
        ArgumentNullException.ThrowIfNull(recordings);
        ArgumentException.ThrowIfNullOrEmpty(outDirectory);
        List<(string Path, string Name)> all = [];
        bool isCohort = recordings.Count > 1 || shard is not null;
        foreach (string recording in recordings)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(recording, nameof(recordings));
            IReadOnlyList<string> below = RecordingFiles.FindBelow(recording);
            isCohort |= below.Count > 0;
            if (below.Count == 0) all.Add((recording, AnalysisTarget.NameOf(recording)));
            foreach (string name in below) all.Add((CohortFolder.ResultsOf(recording, name), name));
        }

        KeepApart(all);
        IReadOnlyList<(string Path, string Name)> mine = shard?.Take(all, r => r.Name) ?? all;
        return new AnalysisPlan(
            [.. mine.Select(r => AnalysisTarget.Of(r.Path, r.Name, isCohort || alwaysByName ? CohortFolder.ResultsOf(outDirectory, r.Name) : outDirectory))],
            [.. all.Select(r => r.Name)],
            isCohort ? outDirectory : null,
            shard);
    }

    /// <summary>The same recordings into the same folders, but no cohort: for those who want each recording's results, made now, and nothing of all.</summary>
    public AnalysisPlan WithoutCohort() => this with { CohortDirectory = null };

    private static void KeepApart(List<(string Path, string Name)> all)
    {
        // File systems may not tell upper from lower case.
        if (all.GroupBy(t => t.Name, StringComparer.OrdinalIgnoreCase).Select(g => g.Take(2).ToArray()).FirstOrDefault(g => g.Length > 1) is [var first, var second])
        {
            throw new AnalysisClashException(
                AnalysisClash.OneName, second.Path, $"two recordings are called {first.Name} ({first.Path} and {second.Path}) and would write into one folder.");
        }

        HashSet<string> names = new(all.Select(t => t.Name), StringComparer.OrdinalIgnoreCase);
        foreach ((string path, string name) in all)
        {
            for (int slash = name.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = name.IndexOf('/', slash + 1))
                if (names.Contains(name[..slash])) throw new AnalysisClashException(AnalysisClash.InsideAnother, path, $"{path}: its results would go into those of the recording {name[..slash]}.");
        }
    }
}
