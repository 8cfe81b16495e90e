using GaitSense.Analysis.Cohorts;
using GaitSense.Core;
using GaitSense.Recording;
using GaitSense.Recording.Import;
using GaitSense.Recording.Import.Study;
using GaitSense.Recording.Plain;

namespace GaitSense.Sessions;

/// <summary>What is to be analysed, and where all of it goes.</summary>
public sealed record AnalysisPlan
{
    private AnalysisPlan(IReadOnlyList<AnalysisTarget> targets, IReadOnlyList<string> allNames, string? cohortDirectory, CohortShard? shard, string outDirectory, IReadOnlyList<string> inputs)
    {
        Targets = targets;
        AllNames = allNames;
        CohortDirectory = cohortDirectory;
        Shard = shard;
        OutDirectory = outDirectory;
        Inputs = inputs;
    }

    /// <summary>The recordings, as given; those of a folder, and those of a shard, by name.</summary>
    public IReadOnlyList<AnalysisTarget> Targets { get; }

    /// <summary>The names of all recordings, those of other shards too.</summary>
    public IReadOnlyList<string> AllNames { get; }

    /// <summary>The folder that gets the table and the page, or what a shard leaves; null where there is no cohort: nothing is kept of what is finished, and all is analysed.</summary>
    public string? CohortDirectory { get; private init; }

    /// <summary>The folder that all results lie in or below.</summary>
    public string OutDirectory { get; }

    /// <summary>The recordings and folders of recordings that were given: nothing is written there.</summary>
    public IReadOnlyList<string> Inputs { get; }

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
    /// <param name="import">What is said about other programs' files among them; null: nothing.</param>
    /// <exception cref="AnalysisClashException">Two recordings would write into one folder, or one into itself.</exception>
    /// <exception cref="RecordingFormatException">A folder, a settings file or a table of participants cannot be read.</exception>
    public static AnalysisPlan Of(IReadOnlyList<string> recordings, string outDirectory, CohortShard? shard = null, bool alwaysByName = false, ImportOptions? import = null)
    {
        ArgumentNullException.ThrowIfNull(recordings);
        ArgumentException.ThrowIfNullOrEmpty(outDirectory);
        List<Found> all = [];
        ImportOptions said = import ?? new ImportOptions();
        bool isOne = said.Left is { } left && File.Exists(left) || said.Right is { } right && File.Exists(right);
        bool isCohort = (recordings.Count > 1 && !isOne) || shard is not null;
        if (isOne) all.Add(Found.One(recordings, said));
        foreach (string recording in isOne ? [] : recordings)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(recording, nameof(recordings));
            IReadOnlyList<string> below = RecordingFiles.FindBelow(recording);
            IReadOnlyList<ImportRequest> study = [.. StudyFolder.Find(recording, said).ExceptBy(below, visit => visit.Name, StringComparer.Ordinal)];
            if (RecordingFiles.IsRecording(recording) && below.Count + (study.Count > 1 ? study.Count : 0) is > 0 and var more)
                throw new AnalysisClashException(AnalysisClash.AroundOthers, recording, $"{recording} is a recording itself, and {more} more {(more == 1 ? "lies" : "lie")} below it ({below.Concat(study.Select(v => v.Name)).First()}{(more > 1 ? ", …" : "")}).");
            if (below.Count == 0 && study.Count <= 1)
            {
                all.Add(Found.Given(recording, said));
                continue;
            }

            isCohort = true;
            var people = PersonTable.Of(recording);
            all.AddRange(below.Select(name => new Found(CohortFolder.ResultsOf(recording, name), OutsideText.Line(name), null) { Person = people.Find(name) }));
            all.AddRange(study.Select(visit => new Found(visit.Inputs[0], OutsideText.Line(visit.Name), visit) { Person = people.Find(visit.Name) }));
        }

        KeepApart(all);
        IReadOnlyList<Found> mine = shard?.Take(all, r => r.Name) ?? all;
        return new AnalysisPlan(
            [.. mine.Select(r => AnalysisTarget.Of(r.Path, r.Name, isCohort || alwaysByName ? CohortFolder.ResultsOf(outDirectory, r.Name) : outDirectory, r.Import) with { Person = r.Person })],
            [.. all.Select(r => r.Name)],
            isCohort ? outDirectory : null,
            shard,
            outDirectory,
            [.. recordings.Concat(new[] { said.Left, said.Right }.OfType<string>().Where(File.Exists))]);
    }

    /// <summary>The same recordings into the same folders, but no cohort: for those who want each recording's results, made now, and nothing of all.</summary>
    public AnalysisPlan WithoutCohort() => this with { CohortDirectory = null };

    private static void KeepApart(List<Found> all)
    {
        DistinguishCases(all);
        // What is one name in this sense is one folder everywhere.
        if (all.GroupBy(t => t.Name, StringComparer.OrdinalIgnoreCase).Select(g => g.Take(2).ToArray()).FirstOrDefault(g => g.Length > 1) is [var first, var second])
        {
            throw new AnalysisClashException(
                AnalysisClash.OneName, second.Path, $"two recordings are called {first.Name} ({first.Path} and {second.Path}) and would write into one folder.");
        }

        HashSet<string> names = new(all.Select(t => t.Name), StringComparer.OrdinalIgnoreCase);
        foreach ((string path, string name, _) in all)
        {
            for (int slash = name.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = name.IndexOf('/', slash + 1))
                if (names.Contains(name[..slash])) throw new AnalysisClashException(AnalysisClash.InsideAnother, path, $"{path}: its results would go into those of the recording {name[..slash]}.");
        }
    }

    // File systems may not tell upper from lower case, and those of the recordings may: the later one of such names gets a number.
    private static void DistinguishCases(List<Found> all)
    {
        HashSet<string> taken = new(all.Select(t => t.Name), StringComparer.OrdinalIgnoreCase);
        Dictionary<string, string> first = new(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < all.Count; i++)
        {
            string name = all[i].Name;
            if (first.TryAdd(name, name) || string.Equals(first[name], name, StringComparison.Ordinal)) continue;
            string other = name;
            for (int n = 2; !taken.Add(other); n++) other = $"{name}-{n}";
            all[i] = all[i] with { Name = other };
        }
    }

    /// <summary>A recording before it is known where its results go.</summary>
    private sealed record Found(string Path, string Name, ImportRequest? Import)
    {
        public PersonVisit Person { get; init; } = PersonVisit.Unknown;

        public static Found Given(string path, ImportOptions said)
        {
            string name = AnalysisTarget.NameOf(path);
            ImportOptions options = ImportSettings.Under(path, said);
            ImportRequest? import = RecordingImport.IsForeign(path, options) ? new ImportRequest(name, [path], options) : null;
            return new Found(path, name, import) { Person = PersonTable.FindByPlace(path, name) };
        }

        // The feet's files were said: all that was given is one recording.
        public static Found One(IReadOnlyList<string> recordings, ImportOptions said)
        {
            string first = recordings.Count > 0 ? recordings[0] : said.Left ?? said.Right!;
            string[] inputs = [.. recordings.Concat(new[] { said.Left, said.Right }.OfType<string>().Where(File.Exists)).Distinct(StringComparer.Ordinal)];
            string name = AnalysisTarget.NameOf(first);
            return new Found(first, name, new ImportRequest(name, inputs, ImportSettings.Under(first, said)));
        }
    }
}
