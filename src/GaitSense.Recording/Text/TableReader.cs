using CsvHelper;
using GaitSense.Core;
using GaitSense.Recording.Files;
using GaitSense.Recording.Samples;

namespace GaitSense.Recording.Text;

/// <summary>Reads a small table with a header, row by row, with errors that name file, line, column and text.</summary>
internal sealed class TableReader
{
    private readonly string _path;
    private readonly CsvReader _csv;
    private readonly Dictionary<string, int> _columns;

    private TableReader(string path, CsvReader csv)
    {
        _path = path;
        _csv = csv;
        _columns = new(StringComparer.Ordinal);
        for (int i = 0; i < csv.Headers.Count; i++) _columns.TryAdd(csv.Headers[i].Trim(), i);
    }

    /// <summary>Reads a table; null where the file does not exist.</summary>
    public static List<T>? ReadIfThere<T>(string path, IEnumerable<string> columns, Func<TableReader, T> row) =>
        File.Exists(path) ? Read(path, columns, row) : null;

    /// <summary>Reads a table.</summary>
    /// <exception cref="RecordingFormatException">The file is not there, lacks a column, or holds a value that is none.</exception>
    public static List<T> Read<T>(string path, IEnumerable<string> columns, Func<TableReader, T> row)
    {
        try
        {
            var options = new CsvReaderOptions { Separator = ',', TrackLineNumbers = true, MaxRecordSize = 1024 * 1024 };
            using CsvReader csv = CsvReader.Create(InputFile.Open(path), options, leaveOpen: false);
            csv.ReadHeader();
            var table = new TableReader(path, csv);
            foreach (string column in columns)
            {
                if (!table._columns.ContainsKey(column)) throw new RecordingFormatException(path, 1, $"the column {column} is missing", column);
            }

            List<T> rows = [];
            while (csv.Read()) rows.Add(row(table));
            return rows;
        }
        catch (CsvFormatException e)
        {
            throw new RecordingFormatException(path, Math.Max(1, e.LineNumber), "is no CSV table");
        }
        catch (Exception e) when (FileErrors.Is(e))
        {
            throw FileErrors.Explain(path, e);
        }
    }

    /// <summary>A text; empty where the field is missing.</summary>
    public string Text(string column) => _columns.TryGetValue(column, out int i) && i < _csv.FieldCount ? _csv.GetString(i).Trim() : "";

    /// <summary>A finite number.</summary>
    public double Number(string column) => OptionalNumber(column) ?? throw Bad(column, "a number is missing");

    /// <summary>A finite number; null where the field is empty or says NaN.</summary>
    public double? OptionalNumber(string column)
    {
        if (!_columns.TryGetValue(column, out int i) || i >= _csv.FieldCount) return null;
        if (!DecimalText.TryParse(_csv.GetSpan(i), out double value)) throw Bad(column, $"{TextForPeople.Quote(Text(column))} is no number");
        return double.IsFinite(value) ? value : null;
    }

    /// <summary>A time, to the microsecond.</summary>
    public DeviceTime Time(string column) => OptionalTime(column) ?? throw Bad(column, "a time is missing");

    /// <summary>A time, to the microsecond; null where the field is empty.</summary>
    public DeviceTime? OptionalTime(string column)
    {
        if (OptionalNumber(column) is not { } seconds) return null;
        if (Math.Abs(seconds) > SampleReader.MaxTimeS) throw Bad(column, $"{TextForPeople.Quote(Text(column))} is no time in seconds");
        return DeviceTime.FromSeconds(seconds);
    }

    /// <summary>A foot.</summary>
    public Foot Foot(string column) =>
        Words.TryFoot(Text(column), out Foot foot) ? foot : throw Bad(column, $"{TextForPeople.Quote(Text(column))} is neither left nor right");

    /// <summary>An event's kind.</summary>
    public GaitEventKind Event(string column) =>
        Words.TryEvent(Text(column), out GaitEventKind kind) ? kind : throw Bad(column, $"{TextForPeople.Quote(Text(column))} is no event");

    /// <summary>A direction; unknown where the field is empty.</summary>
    public WalkingDirection Direction(string column) =>
        Words.TryDirection(Text(column), out WalkingDirection direction) ? direction : throw Bad(column, $"{TextForPeople.Quote(Text(column))} is no direction");

    /// <summary>A reject reason; none where the field is empty.</summary>
    public RejectReason Reason(string column) =>
        Words.TryReason(Text(column), out RejectReason reason) ? reason : throw Bad(column, $"{TextForPeople.Quote(Text(column))} is no reason to reject");

    private RecordingFormatException Bad(string column, string reason) => new(_path, _csv.LineNumber, reason, column, Text(column));
}
