using GaitSense.Recording;
using GaitSense.Recording.Files;
using GaitSense.Recording.Results;
using GaitSense.Sessions;
using GaitSense.Walk;
using Parquet;
using Parquet.Schema;

namespace GaitSense.Cli.Tables;

/// <summary>
/// The tables of a result folder once more in Apache Parquet, beside those in CSV and made of them, so that both say the same: columns typed, what is missing null, units
/// in each column's metadata and the whole dictionary in the file's. The library is loaded only when it is asked for.
/// </summary>
internal static class ParquetTables
{
    /// <summary>Key of the dictionary's entries, as JSON, in a file's metadata.</summary>
    public const string DictionaryKey = "gaitsense_columns";

    /// <summary>Key of a column's unit in its metadata.</summary>
    public const string UnitKey = "unit";

    // A group is in memory as a whole.
    private const int RowsOfAGroup = 65536;

    /// <summary>Writes all tables of a folder that the dictionary knows.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="rule">What may be written there.</param>
    /// <param name="made">What the tables are made of.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="RecordingFormatException">A table cannot be read.</exception>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public static async Task WriteAsync(string folder, OutputRule rule, MadeNote made, CancellationToken stop)
    {
        FolderStore store = new(folder);
        string[] targets = [.. ParquetFiles.Names.Where(n => File.Exists(TableOf(n)))];
        OutputNote note = rule.Check(folder, ParquetFiles.Names, made);
        note.Begin(targets);
        foreach (string target in targets)
        {
            using MemoryStream bytes = new();
            await WriteAsync(TableOf(target), bytes, stop).ConfigureAwait(false);
            using IAppendFile file = store.Create(target);
            file.Append(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
            file.Rename(target);
        }

        note.Settle();

        string TableOf(string name) => Path.Combine(folder, Path.ChangeExtension(name, ".csv"));
    }

    /// <summary>Refuses folders in which something else is in the way of the tables, before any work.</summary>
    /// <param name="targets">The recordings and their folders.</param>
    /// <param name="rule">What may be written there.</param>
    /// <exception cref="OutputRefusedException">Something is in the way.</exception>
    public static void Check(IEnumerable<AnalysisTarget> targets, OutputRule rule)
    {
        // Only what is there is compared with the recording: to read thousands before the first is begun would take long.
        foreach (AnalysisTarget target in targets.Where(t => ParquetFiles.Names.Any(n => Path.Exists(Path.Combine(t.OutDirectory, n))))) _ = rule.Check(target.OutDirectory, ParquetFiles.Names, MadeOf(target));
    }

    /// <summary>What the tables of a recording are made of.</summary>
    public static MadeNote MadeOf(AnalysisTarget target) => MadeNote.Of(ParquetFiles.Kind, target.Import?.Inputs ?? [target.Recording]);

    private static async Task WriteAsync(string path, Stream to, CancellationToken stop)
    {
        IReadOnlyList<ColumnEntry> entries = ResultColumns.Of(Path.GetFileName(path));
        using IEnumerator<string[]> rows = ResultReader.ReadFields(path).GetEnumerator();
        rows.MoveNext();
        ParquetColumn[] columns = [.. rows.Current.Select(n => ParquetColumn.Of(n, entries.FirstOrDefault(e => string.Equals(e.Name, n, StringComparison.Ordinal))))];
        ParquetSchema schema = new([.. columns.Select(c => c.Field)]);
        await using ParquetWriter writer = await ParquetWriter.CreateAsync(schema, to, cancellationToken: stop).ConfigureAwait(false);
        writer.CustomMetadata = new Dictionary<string, string>(StringComparer.Ordinal) { [DictionaryKey] = System.Text.Encoding.UTF8.GetString(ResultColumns.ToJson(entries)) };
        bool more;
        do
        {
            int n = 0;
            for (more = true; n < RowsOfAGroup && (more = rows.MoveNext()); n++)
                for (int i = 0; i < columns.Length; i++) columns[i].Add(i < rows.Current.Length ? rows.Current[i] : "");
            using ParquetRowGroupWriter group = writer.CreateRowGroup();
            foreach (ParquetColumn column in columns) await column.WriteAsync(group, stop).ConfigureAwait(false);
        }
        while (more);
    }
}
