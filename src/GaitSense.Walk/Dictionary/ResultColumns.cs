using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GaitSense.Analysis.Walks;

namespace GaitSense.Walk;

/// <summary>
/// What every column of every result table means, every field of <c>summary.json</c>, and every column of <c>cohort.csv</c>: name, meaning, unit, definition, source.
/// The one place where that is said; <c>columns.json</c> beside the results and <c>gaitsense columns</c> are made of it.
/// </summary>
public static class ResultColumns
{
    /// <summary>Name of the file beside results.</summary>
    public const string FileName = "columns.json";

    /// <summary>All entries, table by table, in the order of their columns.</summary>
    public static IReadOnlyList<ColumnEntry> All { get; } = [.. StrideTables.All, .. WalkTables.All, .. SummaryFields.All, .. SharedParts.All, .. CohortColumns.All];

    /// <summary>The entries of a table, in the order of its columns.</summary>
    public static IReadOnlyList<ColumnEntry> Of(string table) => [.. All.Where(e => string.Equals(e.Table, table, StringComparison.Ordinal))];

    /// <summary>The entry for a field of <c>summary.json</c>; null: there is none.</summary>
    /// <param name="path">The field's path: names joined by dots, <c>[]</c> after the name of a list.</param>
    public static ColumnEntry? OfSummary(string path) => Field(WalkResults.SummaryFile, path.Split('.'));

    private static readonly Lazy<byte[]> AllAsJson = new(() => ToJson(All));

    /// <summary>All entries as JSON: what <see cref="FileName"/> holds.</summary>
    public static ReadOnlySpan<byte> ToJson() => AllAsJson.Value;

    /// <summary>Some entries as JSON.</summary>
    public static byte[] ToJson(IEnumerable<ColumnEntry> entries)
    {
        var utf8 = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(utf8, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("format", "gaitsense-columns");
            json.WriteNumber("version", 1);
            json.WriteString("software", WalkContext.LibraryVersion);
            json.WriteStartArray("columns");
            foreach (ColumnEntry e in entries) Write(json, e);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        utf8.Write("\n"u8);
        return utf8.WrittenSpan.ToArray();
    }

    /// <summary>Some entries as a table: <c>table,name,kind,unit,meaning,definition,source,parts,since</c>.</summary>
    public static string ToCsv(IEnumerable<ColumnEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        StringBuilder csv = new("table,name,kind,unit,meaning,definition,source,parts,since\n");
        foreach (ColumnEntry e in entries)
            csv.AppendJoin(',', ((string[])[e.Table, e.Name, KindOf(e), e.Unit, e.Meaning, e.Definition, e.Source, e.Parts ?? "", e.Since]).Select(Quoted)).Append('\n');
        return csv.ToString();
    }

    private static ColumnEntry? Field(string table, ReadOnlySpan<string> path)
    {
        foreach (ColumnEntry entry in All)
        {
            if (!string.Equals(entry.Table, table, StringComparison.Ordinal)) continue;
            string[] name = entry.Name.Split('.');
            if (name.Length > path.Length || !Matches(name, path)) continue;
            if (name.Length == path.Length) return entry;
            if (entry.Kind != ColumnKind.Group) continue;
            // What has no fields of its own named is as a whole explained.
            if (string.IsNullOrEmpty(entry.Parts)) return entry;
            if (Field(entry.Parts, path[name.Length..]) is { } part) return part;
        }

        return null;
    }

    private static bool Matches(ReadOnlySpan<string> name, ReadOnlySpan<string> path)
    {
        for (int i = 0; i < name.Length; i++)
            if (!string.Equals(name[i], "*", StringComparison.Ordinal) && !string.Equals(name[i], path[i], StringComparison.Ordinal)) return false;
        return true;
    }

    private static void Write(Utf8JsonWriter json, ColumnEntry e)
    {
        json.WriteStartObject();
        json.WriteString("table", e.Table);
        json.WriteString("name", e.Name);
        json.WriteString("kind", KindOf(e));
        json.WriteString("unit", e.Unit);
        json.WriteString("meaning", e.Meaning);
        json.WriteString("definition", e.Definition);
        json.WriteString("source", e.Source);
        if (!string.IsNullOrEmpty(e.Parts)) json.WriteString("parts", e.Parts);
        json.WriteString("since", e.Since);
        json.WriteEndObject();
    }

    private static string KindOf(ColumnEntry e) => e.Kind switch
    {
        ColumnKind.Number => "number",
        ColumnKind.Count => "count",
        ColumnKind.Text => "text",
        ColumnKind.Flag => "flag",
        _ => "object",
    };

    private static string Quoted(string text) => text.AsSpan().ContainsAny(",\"\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
