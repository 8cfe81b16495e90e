using System.IO.Compression;
using CsvHelper;
using GaitSense.Core;
using GaitSense.Recording.Files;
using GaitSense.Recording.Results;

namespace GaitSense.Recording.Text;

/// <summary>Writes one table, row by row, to a file that takes its name when it is whole; optionally packed. Numbers that are missing are empty fields.</summary>
public sealed class TableWriter : IDisposable
{
    private readonly PendingFile? _file;
    private readonly RowStream? _rows;
    private readonly GZipStream? _zip;
    private readonly CsvWriter _csv;
    private readonly byte[] _missing = [];

    /// <summary>Starts a table.</summary>
    /// <param name="folder">Where it goes; created where it is missing.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="columns">Its header; empty: it has none.</param>
    /// <param name="gzip">Whether it is packed.</param>
    /// <param name="separator">What separates fields.</param>
    /// <param name="missing">What stands for a number that is missing.</param>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public TableWriter(string folder, string name, ReadOnlySpan<string> columns, bool gzip = false, char separator = ',', string missing = "")
    {
        _missing = System.Text.Encoding.UTF8.GetBytes(missing);
        _file = new PendingFile(folder, name);
        _zip = gzip ? new GZipStream(_file, CompressionLevel.Optimal, leaveOpen: true) : null;
        _csv = CsvWriter.Create(_zip ?? (Stream)_file, new CsvWriterOptions { NewLine = "\n", Separator = separator }, leaveOpen: true);
        if (columns.Length > 0) _csv.WriteHeader(columns);
    }

    /// <summary>Starts a table whose rows are handed on one by one; the header is the first.</summary>
    public TableWriter(string name, ReadOnlySpan<string> columns, TableRowHandler handler)
    {
        _rows = new RowStream(name, handler);
        _csv = CsvWriter.Create(_rows, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        _csv.WriteHeader(columns);
        HandOn();
    }

    /// <summary>Adds a text field.</summary>
    public TableWriter Text(string value)
    {
        _csv.WriteField(OutsideText.NoFormula(value));
        return this;
    }

    /// <summary>Adds <c>true</c>, <c>false</c> or nothing.</summary>
    internal TableWriter Flag(bool? value) => Text(value switch { true => "true", false => "false", null => "" });

    /// <summary>Adds a number with a fixed count of decimals; nothing where it is missing or not finite.</summary>
    public TableWriter Number(double? value, int decimals)
    {
        if (value is not { } number || !double.IsFinite(number)) return Missing();
        Span<byte> utf8 = stackalloc byte[FixedText.MaxBytes];
        _csv.WriteField((ReadOnlySpan<byte>)utf8[..FixedText.Write(number, decimals, utf8)]);
        return this;
    }

    /// <summary>Adds a number with at least so many decimals, and as many more as it takes to read the same number back.</summary>
    internal TableWriter Exact(double value, int decimals)
    {
        if (!double.IsFinite(value)) return Missing();
        Span<byte> utf8 = stackalloc byte[FixedText.MaxBytes];
        int n = FixedText.Write(value, decimals, utf8);
        bool isSame = DecimalText.TryParse(utf8[..n], out double back) && back == value;
        if (!isSame) value.TryFormat(utf8, out n, "R", System.Globalization.CultureInfo.InvariantCulture);
        _csv.WriteField((ReadOnlySpan<byte>)utf8[..n]);
        return this;
    }

    /// <summary>Adds three numbers.</summary>
    internal TableWriter Vector(in Vector3D v, int decimals, bool exact) => exact
        ? Exact(v.X, decimals).Exact(v.Y, decimals).Exact(v.Z, decimals)
        : Number(v.X, decimals).Number(v.Y, decimals).Number(v.Z, decimals);

    /// <summary>Adds a time in seconds with six decimals, exactly; nothing where it is missing.</summary>
    public TableWriter Time(DeviceTime? time)
    {
        if (time is not { } t) return Missing();
        Span<byte> utf8 = stackalloc byte[FixedText.MaxBytes];
        _csv.WriteField((ReadOnlySpan<byte>)utf8[..FixedText.Write(t.Microseconds, 6, utf8)]);
        return this;
    }

    /// <summary>Adds what stands for something missing.</summary>
    internal TableWriter Missing()
    {
        _csv.WriteField((ReadOnlySpan<byte>)_missing);
        return this;
    }

    /// <summary>Ends the row.</summary>
    public void EndRow()
    {
        _csv.EndRecord();
        HandOn();
    }

    /// <summary>Writes what is still held back and gives the file its name.</summary>
    internal void Complete()
    {
        _csv.Dispose();
        _zip?.Dispose();
        _file?.Complete();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _csv.Dispose();
            _zip?.Dispose();
        }
        catch (RecordingWriteException)
        {
            // Reported when it happened; the file goes away below.
        }

        _file?.Dispose();
    }

    private void HandOn()
    {
        if (_rows is null) return;
        _csv.Flush();
        _rows.HandOn();
    }
}
