using System.Globalization;
using GaitSense.Analysis;
using GaitSense.Recording;

namespace GaitSense.Sessions;

/// <summary>Gathers the shards of a cohort, as if one machine had analysed it.</summary>
public static class CohortMerge
{
    /// <summary>Reads the shards in folders, brings their results together, and writes the table and the page of all.</summary>
    /// <param name="folders">Folders that shards wrote to: one for all, or several.</param>
    /// <param name="target">Folder of the whole; results that lie elsewhere are copied there.</param>
    /// <exception cref="RecordingFormatException">A shard is missing, was stopped, or does not belong to the others; a result is not whole.</exception>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public static Cohort Run(IReadOnlyList<string> folders, string target)
    {
        ArgumentNullException.ThrowIfNull(folders);
        List<(string Folder, ShardFile File)> shards = [.. folders.SelectMany(f => ShardFile.ReadAll(f).Select(s => (f, s)))];
        Check(shards);
        List<CohortEntry> entries = [];
        foreach ((string folder, ShardFile file) in shards.DistinctBy(s => s.File.Shard))
            foreach (ShardRecording recording in file.Recordings) entries.Add(Take(folder, target, recording));
        var cohort = new Cohort(entries);
        CohortFolder.Write(target, cohort);
        return cohort;
    }

    private static CohortEntry Take(string folder, string target, ShardRecording recording)
    {
        if (recording.Status != CohortStatus.Done) return new CohortEntry(recording.Name, recording.Status, recording.Error, null) { Person = recording.ToPerson() };
        string results = CohortFolder.ResultsOf(folder, recording.Name), there = CohortFolder.ResultsOf(target, recording.Name);
        if (!FinishedStamp.IsWhole(results)) throw new RecordingFormatException(results, "is not as it was when its analysis ended: run its shard again");
        if (!string.Equals(Path.GetFullPath(results), Path.GetFullPath(there), StringComparison.Ordinal)) FinishedStamp.Copy(results, there);
        return new CohortEntry(recording.Name, recording.Status, null, null) { Reader = () => FinishedStamp.ReadSummary(there), Person = recording.ToPerson() };
    }

    private static void Check(List<(string Folder, ShardFile File)> shards)
    {
        (string firstFolder, ShardFile first) = shards[0];
        foreach ((string folder, ShardFile file) in shards)
        {
            string path = Path.Combine(folder, file.FileName);
            if (file.Of != first.Of) throw new RecordingFormatException(path, $"belongs to another cohort than {first.FileName}: delete the shard files that are no longer wanted");
            if (!string.Equals(file.Software, first.Software, StringComparison.Ordinal)) throw new RecordingFormatException(path, $"was made by version {file.Software}, {first.FileName} by {first.Software}: run all shards with one version");
            if (!string.Equals(file.Options, first.Options, StringComparison.Ordinal)) throw new RecordingFormatException(path, $"was made with other options ({file.Options}) than {first.FileName} ({first.Options})");
            if (file.AllRecordings != first.AllRecordings || !string.Equals(file.AllNames, first.AllNames, StringComparison.Ordinal))
                throw new RecordingFormatException(path, string.Create(CultureInfo.InvariantCulture, $"saw other recordings ({file.AllRecordings}) than {first.FileName} ({first.AllRecordings}): run all shards over the same ones"));
            if (file.Recordings.FirstOrDefault(r => r.Status is CohortStatus.Interrupted or CohortStatus.NotBegun) is not null)
                throw new RecordingFormatException(path, $"was stopped before its end: run --shard {file.Shard}/{file.Of} again, it goes on where it was");
        }

        int[] missing = [.. Enumerable.Range(1, first.Of).Except(shards.Select(s => s.File.Shard))];
        if (missing.Length > 0)
        {
            string list = string.Join(", ", missing.Take(10).Select(i => new CohortShard(i, first.Of))) + (missing.Length > 10 ? ", …" : "");
            throw new RecordingFormatException(firstFolder, $"{(missing.Length == 1 ? "shard" : "shards")} {list} {(missing.Length == 1 ? "is" : "are")} missing: run gaitsense analyze --shard for {(missing.Length == 1 ? "it" : "them")}");
        }

        if (shards.GroupBy(s => s.File.Shard).FirstOrDefault(g => g.Skip(1).Any(s => !s.File.Recordings.Select(r => r.ToText()).SequenceEqual(g.First().File.Recordings.Select(r => r.ToText()), StringComparer.Ordinal))) is { } twice)
            throw new RecordingFormatException(firstFolder, string.Create(CultureInfo.InvariantCulture, $"shard {twice.Key}/{first.Of} is there twice, with different results: give the folder of one"));
    }
}
