using System.Globalization;
using System.Text;
using GaitSense.Core;

namespace GaitSense.Exchange;

/// <summary>A table that leaves: typed columns, what is missing null.</summary>
internal sealed class ExchangeTable(string name, IReadOnlyList<ExchangeColumn> columns)
{
    private readonly List<object?[]> _rows = [];

    /// <summary>Name of its file, without an ending.</summary>
    public string Name => name;

    /// <summary>Its columns.</summary>
    public IReadOnlyList<ExchangeColumn> Columns => columns;

    /// <summary>Its rows: string, double, long or bool by the column's kind, or null.</summary>
    public IReadOnlyList<object?[]> Rows => _rows;

    /// <summary>Adds a row, a cell for each column.</summary>
    public void Add(params object?[] cells)
    {
        if (cells.Length != columns.Count) throw new ArgumentException(FormattableString.Invariant($"{cells.Length} cells for {columns.Count} columns"), nameof(cells));
        _rows.Add(cells);
    }

    /// <summary>The table as text with commas; numbers with all their digits, what is missing empty, no cell a formula.</summary>
    public string ToCsv()
    {
        StringBuilder csv = new(string.Join(',', columns.Select(c => c.Name)) + "\n");
        foreach (object?[] row in _rows) csv.AppendJoin(',', row.Select(Cell)).Append('\n');
        return csv.ToString();
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        long count => count.ToString(CultureInfo.InvariantCulture),
        string text => OutsideText.Cell(text),
        _ => throw new ArgumentException("a cell of no kind", nameof(value)),
    };
}
