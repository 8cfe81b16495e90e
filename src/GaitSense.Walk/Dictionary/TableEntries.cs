using System.Collections;

namespace GaitSense.Walk;

/// <summary>Entries of one table, in short.</summary>
/// <param name="table">The table's name.</param>
internal sealed class TableEntries(string table) : IEnumerable<ColumnEntry>
{
    private readonly List<ColumnEntry> _entries = [];

    public IEnumerator<ColumnEntry> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public TableEntries Number(string name, string unit, string meaning, string definition = "", string source = "") => With(ColumnKind.Number, name, unit, meaning, definition, source);

    public TableEntries Count(string name, string meaning, string definition = "", string source = "") => With(ColumnKind.Count, name, "", meaning, definition, source);

    public TableEntries Text(string name, string meaning, string definition = "", string source = "") => With(ColumnKind.Text, name, "", meaning, definition, source);

    public TableEntries Flag(string name, string meaning, string definition = "") => With(ColumnKind.Flag, name, "", meaning, definition, "");

    public TableEntries Group(string name, string parts, string unit, string meaning, string definition = "", string source = "")
    {
        _entries.Add(new ColumnEntry(table, name, ColumnKind.Group, unit, meaning, definition, source, parts));
        return this;
    }

    private TableEntries With(ColumnKind kind, string name, string unit, string meaning, string definition, string source)
    {
        _entries.Add(new ColumnEntry(table, name, kind, unit, meaning, definition, source));
        return this;
    }
}
