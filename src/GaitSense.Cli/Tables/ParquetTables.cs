using GaitSense.Recording;
using GaitSense.Walk;
using Parquet;
using Parquet.Schema;

namespace GaitSense.Cli;

/// <summary>
/// The tables of a result folder once more in Apache Parquet, beside those in CSV and made of them, so that both say the same: columns typed, what is missing null, units
/// in each column's metadata and the whole dictionary in the file's. Nothing of the library is loaded unless somebody asks for it.
/// </summary>
internal static class ParquetTables
{
    /// <summary>Key of the dictionary's entries, as JSON, in a file's metadata.</summary>
    public const string DictionaryKey = "gaitsense_columns";

    /// <summary>Key of a column's unit in its metadata.</summary>
    public const string UnitKey = "unit";

    // The note beside the tables is named by the first of them.
    private const string Ending = ".parquet", FirstTable = "bouts" + Ending;

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
        string[] tables = [.. Directory.GetFiles(folder, "*.csv").Where(p => ResultColumns.Of(Path.GetFileName(p)).Count > 0).Order(StringComparer.Ordinal)];
        string[] targets = [.. tables.Select(p => Path.ChangeExtension(Path.GetFileName(p), Ending))];
        OutputRule.WriteNote(folder, targets[0], rule.Check(folder, targets, made) with { Files = targets });
        foreach ((string path, string target) in tables.Zip(targets))
        {
            using MemoryStream bytes = new();
            await WriteAsync(path, bytes, stop).ConfigureAwait(false);
            using IAppendFile file = store.Create(target);
            file.Append(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
            file.Rename(target);
        }
    }

    /// <summary>Takes away the tables that were made before of other numbers than those that are there now.</summary>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public static void RemoveStale(string folder)
    {
        if (MadeNote.Find(folder, FirstTable) is not { } note) return;
        foreach (string name in note.Files.Where(f => f.EndsWith(Ending, StringComparison.Ordinal)).Append(MadeNote.NameOf(FirstTable))) WholeFile.Delete(Path.Combine(folder, name));
    }

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
