using System.CommandLine;
using System.Text;
using GaitSense.Cli.App;
using GaitSense.Walk;
using Spectre.Console;

namespace GaitSense.Cli.Commands;

/// <summary><c>gaitsense columns</c>: what every column and field of the results means.</summary>
internal static class ColumnsCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense columns                       the tables, and how many columns each has
          gaitsense columns strides.csv           its columns: unit and meaning
          gaitsense columns double_support        whatever has that in its name, with definition and source
          gaitsense columns --json                all of it for programs; columns.json beside the results is the same
          gaitsense columns strides.csv --csv     as a table: table,name,kind,unit,meaning,definition,source,parts,since

        In a field's path * is any name, [] each of a list. What is the same in many fields is a table of its own: statistic, variability, symmetry_index ...
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        var what = CommonOptions.NoOptions(new Argument<string?>("TABLE|NAME") { Description = "A table, or a part of a column's name. Default: the list of tables.", Arity = ArgumentArity.ZeroOrOne });
        var json = CommonOptions.Json();
        var csv = new Option<bool>("--csv") { Description = "A table for programs." };
        var command = new Command("columns", "What every column of the results means: name, unit, definition, source.") { what, json, csv };
        command.SetAction((parsed, stop) => guard(
            (terminal, _) => Task.FromResult(Run(terminal, parsed.GetValue(what), parsed.GetValue(json), parsed.GetValue(csv))), parsed, stop));
        return command;
    }

    private static int Run(Terminal terminal, string? what, bool json, bool csv)
    {
        if (json && csv) throw new UsageException("--json and --csv are two forms of the same: give one.");
        IReadOnlyList<ColumnEntry> entries = Find(what, out bool isTable);
        if (json) terminal.Out.Write(Encoding.UTF8.GetString(what is null ? ResultColumns.ToJson() : ResultColumns.ToJson(entries)));
        else if (csv) terminal.Out.Write(ResultColumns.ToCsv(entries));
        else if (what is null) WriteTables(terminal);
        else if (isTable) WriteTable(terminal.CreateConsole(), entries);
        else WriteEach(terminal, entries);
        return ExitCode.Done;
    }

    private static IReadOnlyList<ColumnEntry> Find(string? what, out bool isTable)
    {
        isTable = false;
        if (what is null) return ResultColumns.All;
        IReadOnlyList<ColumnEntry> table = ResultColumns.Of(what) is { Count: > 0 } named ? named : ResultColumns.Of(what + ".csv");
        isTable = table.Count > 0;
        if (isTable) return table;
        ColumnEntry[] found = [.. ResultColumns.All.Where(e => e.Name.Contains(what, StringComparison.OrdinalIgnoreCase))];
        if (found.Length > 0) return found;
        throw new UsageException($"No table and no column has \"{what}\" in its name; tables: {string.Join(", ", Tables())}.");
    }

    private static IEnumerable<string> Tables() => ResultColumns.All.Select(e => e.Table).Distinct(StringComparer.Ordinal);

    private static void WriteTables(Terminal terminal)
    {
        foreach (string table in Tables()) terminal.Out.WriteLine($"{table,-24}{ResultColumns.Of(table).Count,4}");
        terminal.Out.WriteLine("gaitsense columns TABLE shows the columns of one, gaitsense columns NAME all that have it in their name.");
    }

    private static void WriteTable(IAnsiConsole console, IReadOnlyList<ColumnEntry> entries)
    {
        var table = new Table { Border = TableBorder.Simple, UseSafeBorder = true };
        foreach (string column in new[] { "column", "unit", "meaning" }) table.AddColumn(new TableColumn(new Text(column)));
        foreach (ColumnEntry e in entries) table.AddRow(new Text(e.Name), new Text(e.Unit), new Text(e.Meaning));
        console.Write(table);
    }

    private static void WriteEach(Terminal terminal, IReadOnlyList<ColumnEntry> entries)
    {
        foreach (ColumnEntry e in entries)
        {
            terminal.Out.WriteLine($"{e.Table}: {e.Name}{(e.Unit.Length > 0 ? $", {e.Unit}" : "")}");
            terminal.Out.WriteLine($"  {e.Meaning}");
            if (e.Definition.Length > 0) terminal.Out.WriteLine($"  {e.Definition}");
            if (e.Source.Length > 0) terminal.Out.WriteLine($"  source: {e.Source}");
            if (!string.IsNullOrEmpty(e.Parts)) terminal.Out.WriteLine($"  fields: gaitsense columns {e.Parts}");
        }
    }
}
