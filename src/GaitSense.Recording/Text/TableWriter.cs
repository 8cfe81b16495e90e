using System.IO.Compression;
using CsvHelper;
using GaitSense.Core;

namespace GaitSense.Recording;

/// <summary>Writes one table, row by row, to a <see cref="PendingFile"/>; optionally packed. Numbers that are missing are empty fields.</summary>
internal sealed class TableWriter : IDisposable
{
    private readonly PendingFile _file;
    private readonly GZipStream? _zip;
    private readonly CsvWriter _csv;

    /// <summary>Starts a table with its header.</summary>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public TableWriter(string folder, string name, ReadOnlySpan<string> columns, bool gzip = false)
    {
        _file = new PendingFile(folder, name);
        _zip = gzip ? new GZipStream(_file, CompressionLevel.Optimal, leaveOpen: true) : null;
        _csv = CsvWriter.Create(_zip ?? (Stream)_file, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        _csv.WriteHeader(columns);
    }

    /// <summary>Adds a text field.</summary>
    public TableWriter Text(string value)
    {
        _csv.WriteField(value);
        return this;
    }

    /// <summary>Adds <c>true</c>, <c>false</c> or nothing.</summary>
    public TableWriter Flag(bool? value) => Text(value switch { true => "true", false => "false", null => "" });

    /// <summary>Adds a number with a fixed count of decimals; nothing where it is missing or not finite.</summary>
    public TableWriter Number(double? value, int decimals)
    {
        Span<byte> utf8 = stackalloc byte[FixedText.MaxBytes];
        int n = value is { } number && double.IsFinite(number) ? FixedText.Write(number, decimals, utf8) : 0;
        _csv.WriteField((ReadOnlySpan<byte>)utf8[..n]);
        return this;
    }

    /// <summary>Adds a time in seconds with six decimals, exactly; nothing where it is missing.</summary>
    public TableWriter Time(DeviceTime? time)
    {
        Span<byte> utf8 = stackalloc byte[FixedText.MaxBytes];
        int n = time is { } t ? FixedText.Write(t.Microseconds, 6, utf8) : 0;
        _csv.WriteField((ReadOnlySpan<byte>)utf8[..n]);
        return this;
    }

    /// <summary>Ends the row.</summary>
    public void EndRow() => _csv.EndRecord();

    /// <summary>Writes what is still held back and gives the file its name.</summary>
    public void Complete()
    {
        _csv.Dispose();
        _zip?.Dispose();
        _file.Complete();
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

        _file.Dispose();
    }
}
