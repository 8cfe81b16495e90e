using System.Globalization;
using System.Text;

namespace GaitSense.Recording.Import.Tables;

/// <summary>A table as its header and its first rows show it: units below the header, decimal commas, and what its numbers are like.</summary>
internal sealed class TableSketch
{
    private const int MaxRows = 1000;

    private readonly ImportProbe _probe;
    private readonly List<string[]> _rows = [];

    private TableSketch(ImportProbe probe, HeaderLine header)
    {
        _probe = probe;
        Header = header;
        int line = header.Line + 1;
        while (line < probe.Lines.Count && probe.Lines[line].Trim(' ', header.Separator).Length == 0) line++;
        if (IsUnits(probe.Fields(line, header.Separator)))
        {
            Units = probe.Fields(line, header.Separator);
            line++;
        }

        FirstRow = line;
        // The last line may be cut.
        int end = probe.Lines.Count - 1;
        for (; line < end && _rows.Count < MaxRows; line++)
            if (probe.Fields(line, header.Separator) is { Length: > 1 } fields && fields.Length >= header.Names.Length - 1) _rows.Add(fields);
        if (_rows.Count == 0 && probe.Fields(end, header.Separator) is { Length: > 1 } last && end >= FirstRow) _rows.Add(last);
        (bool commas, bool points) = Decimals();
        HasDecimalComma = commas && !points;
        HasMixedDecimals = commas && points && header.Separator != ',';
    }

    /// <summary>The line that names the columns.</summary>
    public HeaderLine Header { get; }

    /// <summary>The line of the first row, from 0.</summary>
    public int FirstRow { get; }

    /// <summary>The row of units below the header; null where there is none.</summary>
    public string[]? Units { get; }

    /// <summary>Whether a comma, not a point, separates decimals.</summary>
    public bool HasDecimalComma { get; }

    /// <summary>Whether some of its numbers have a comma, some a point.</summary>
    public bool HasMixedDecimals { get; }

    /// <summary>The first rows, as texts.</summary>
    public IReadOnlyList<string[]> Rows => _rows;

    /// <summary>Looks at a table.</summary>
    public static TableSketch Of(ImportProbe probe, HeaderLine header) => new(probe, header);

    /// <summary>The unit of a column in the row of units; null where there is none.</summary>
    public string? UnitOf(int column) => Units is { } units && column < units.Length && units[column].Length > 0 ? units[column].Trim('(', ')', '[', ']', ' ') : null;

    /// <summary>A column's text in a row; empty where the row is shorter.</summary>
    public static string Text(string[] row, int column) => column < row.Length ? row[column] : "";

    /// <summary>A column's number in a row; NaN where there is none.</summary>
    public double Number(string[] row, int column)
    {
        string text = Text(row, column);
        if (HasDecimalComma) text = text.Replace(',', '.');
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.NaN;
    }

    /// <summary>Whether a column holds numbers: most of its first rows do.</summary>
    public bool IsNumeric(int column)
    {
        int numbers = _rows.Count(r => double.IsFinite(Number(r, column)) || MissingWords.Is(Encoding.UTF8.GetBytes(Text(r, column))));
        return _rows.Exists(r => double.IsFinite(Number(r, column))) && 2 * numbers > _rows.Count;
    }

    /// <summary>The layout of one sensor's columns from here on.</summary>
    public TableLayout Layout(TimeRule time, int[] accel, int[] gyro) => new TableLayout
    {
        Separator = Header.Separator,
        Time = time,
        Accel = accel,
        Gyro = gyro,
        Names = Header.Names,
        HasDecimalComma = HasDecimalComma,
    }.After(_probe, FirstRow);

    private static bool IsUnits(string[] fields)
    {
        int units = 0;
        foreach (string field in fields)
        {
            if (double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out _)) return false;
            string unit = field.Trim('(', ')', '[', ']', ' ');
            if (ImportUnits.Acceleration(unit) is not null || ImportUnits.AngularRate(unit) is not null) units++;
        }

        return units >= 2;
    }

    private (bool Commas, bool Points) Decimals()
    {
        (bool commas, bool points) = (false, false);
        foreach (string field in _rows.Take(50).SelectMany(r => r))
        {
            if (field.Contains(':', StringComparison.Ordinal)) continue; // a clock's fraction says nothing of the numbers
            points |= field.Contains('.', StringComparison.Ordinal) && double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
            int comma = field.IndexOf(',', StringComparison.Ordinal);
            commas |= comma > 0 && comma == field.LastIndexOf(',')
                && double.TryParse(field.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        }

        return (commas, points);
    }
}
