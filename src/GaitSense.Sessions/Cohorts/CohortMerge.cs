using System.Globalization;
using GaitSense.Analysis.Cohorts;
using GaitSense.Recording;
using GaitSense.Recording.Files;

namespace GaitSense.Sessions;

/// <summary>Gathers the shards of a cohort, as if one machine had analysed it.</summary>
public static class CohortMerge
{
    /// <summary>Reads the shards in folders, brings their results together, and writes the table and the page of all.</summary>
    /// <param name="folders">Folders that shards wrote to: one for all, or several.</param>
    /// <param name="target">Folder of the whole; results that lie elsewhere are copied there.</param>
    /// <param name="force">Whether what is there may be written over, whatever it is.</param>
    /// <exception cref="OutputRefusedException">Files that are of something else are in the way.</exception>
    /// <exception cref="RecordingFormatException">A shard is missing, was stopped, or does not belong to the others; a result is not whole.</exception>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public static Cohort Run(IReadOnlyList<string> folders, string target, bool force = false)
    {
        ArgumentNullException.ThrowIfNull(folders);
        List<(string Folder, ShardFile File)> shards = [.. folders.SelectMany(f => ShardFile.ReadAll(f).Select(s => (f, s)))];
        Check(shards);
        // Results that lie where the whole goes are its own.
        OutputRule rule = new(folders.Where(f => !string.Equals(Path.GetFullPath(f), Path.GetFullPath(target), StringComparison.Ordinal)), force);
        OutputNote note = rule.Check(target, CohortFolder.Files, Made(shards));
        List<CohortEntry> entries = [];
        List<Action> copies = [];
        foreach ((string folder, ShardFile file) in shards.DistinctBy(s => s.File.Shard))
            foreach (ShardRecording recording in file.Recordings) entries.Add(Take(folder, target, recording, rule, copies));
        foreach (Action copy in copies) copy();
        var cohort = new Cohort(entries);
        CohortFolder.Write(target, cohort, note);
        return cohort;
    }

    // All are looked at before the first is copied.
    private static CohortEntry Take(string folder, string target, ShardRecording recording, OutputRule rule, List<Action> copies)
    {
        if (recording.Status != CohortStatus.Done) return new CohortEntry(recording.Name, recording.Status, recording.Error, null) { Person = recording.ToPerson() };
        string results = CohortFolder.ResultsOf(folder, recording.Name), there = CohortFolder.ResultsOf(target, recording.Name);
        if (!FinishedStamp.IsWhole(results)) throw new RecordingFormatException(results, "is not as it was when its analysis ended: run its shard again");
        if (!string.Equals(Path.GetFullPath(results), Path.GetFullPath(there), StringComparison.Ordinal))
        {
            MadeNote made = MadeNote.Find(results, FinishedStamp.AllNames[0]) ?? FinishedStamp.NoteOf(results) ?? MadeNote.OfTheMoment(AnalysisTarget.ResultKind);
            OutputNote note = ResultFolder.Check(rule, there, made, target);
            OutputNote tables = rule.Check(there, ParquetFiles.Names, ParquetFiles.NoteOf(results) ?? made with { Kind = ParquetFiles.Kind }, target);
            copies.Add(() => ResultFolder.Copy(results, there, note, tables));
        }

        return new CohortEntry(recording.Name, recording.Status, null, null) { Reader = () => FinishedStamp.ReadSummary(there), Person = recording.ToPerson() };
    }

    // The same as where one machine had analysed all.
    private static MadeNote Made(List<(string Folder, ShardFile File)> shards)
    {
        MadeNote[] notes = [.. shards.Select(s => MadeNote.Find(s.Folder, s.File.FileName)).OfType<MadeNote>()];
        // Shards that were copied without their notes: of which recordings they are, they say themselves.
        if (notes.Length < shards.Count) return new MadeNote(CohortFolder.Kind, null, [MadeNote.DigestOf(shards[0].File.AllNames)]);
        string?[] places = [.. notes.Select(n => n.Place).Distinct(StringComparer.Ordinal)];
        return new MadeNote(CohortFolder.Kind, places is [var only] ? only : null, [.. notes.SelectMany(n => n.Inputs).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
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
