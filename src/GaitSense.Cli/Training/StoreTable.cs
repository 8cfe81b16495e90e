using GaitSense.Cli.App;
using Spectre.Console;

namespace GaitSense.Cli.Training;

/// <summary>Rows of a store as a table.</summary>
internal static class StoreTable
{
    /// <summary>Writes a table; its cells are text.</summary>
    public static void Write(Terminal terminal, string[] columns, IEnumerable<string[]> rows)
    {
        Table table = new() { Border = TableBorder.Simple };
        foreach (string column in columns) table.AddColumn(Markup.Escape(column));
        foreach (string[] row in rows) table.AddRow([.. row.Select(Markup.Escape)]);
        terminal.CreateConsole().Write(table);
    }
}
