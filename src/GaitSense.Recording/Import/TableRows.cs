using CsvHelper;
using GaitSense.Core;

namespace GaitSense.Recording;

/// <summary>Reads the samples of a foreign table, row by row, with flat memory.</summary>
internal sealed class TableRows : SensorRows
{
    private const int MaxLineBytes = 64 * 1024;

    private readonly string _path;
    private readonly TableLayout _layout;
    private readonly RecordingStream _stream;
    private readonly CsvReader _csv;
    private readonly int _fieldsNeeded;
    private DeviceTime _last = new(long.MinValue);
    private double _lastCount;
    private double _turns;
    private long _rows;

    /// <summary>Opens a table.</summary>
    /// <exception cref="RecordingFormatException">The file cannot be read.</exception>
    public TableRows(string path, TableLayout layout)
    {
        _path = path;
        _layout = layout;
        _fieldsNeeded = 1 + Math.Max(layout.Time.Column, Math.Max(Largest(layout.Accel), Math.Max(Largest(layout.Gyro), layout.Only?.Column ?? 0)));
        try
        {
            _stream = new RecordingStream(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan));
            Skip(layout.BytesBefore);
            _csv = CsvReader.Create(
                _stream,
                new CsvReaderOptions
                {
                    HasHeader = false,
                    Separator = layout.Separator,
                    TrackLineNumbers = true,
                    AllowLineBreaksInQuotes = false,
                    MaxRecordSize = MaxLineBytes,
                },
                leaveOpen: true);
        }
        catch (Exception e) when (FileErrors.Is(e))
        {
            _stream?.Dispose();
            throw FileErrors.Explain(path, e);
        }
    }

    /// <summary>The line of the row that was read last, from 1.</summary>
    public long Line => _csv.LineNumber + _layout.LinesBefore;

    /// <inheritdoc/>
    public override double Fraction => _stream.Fraction;

    /// <inheritdoc/>
    public override bool TryRead(out ImuSample sample)
    {
        sample = default;
        while (TryReadRow())
        {
            if (_layout.Only is { } only && !string.Equals(_csv.GetString(only.Column).Trim(), only.Text, StringComparison.OrdinalIgnoreCase)) continue;
            DeviceTime time = Time();
            if (time < _last)
            {
                throw Bad(FormattableString.Invariant($"time goes backward, from {_last.Seconds:F6} s to {time.Seconds:F6} s: put the rows in time order"), _layout.Time.Column);
            }

            _last = time;
            _rows++;
            sample = new ImuSample(time, Vector(_layout.Accel, _layout.AccelScale), Vector(_layout.Gyro, _layout.GyroScale));
            return true;
        }

        return false;
    }

    /// <summary>The text of a field of the next row; null at the end.</summary>
    public string? NextText(int column) => TryReadRow() ? _csv.GetString(column).Trim() : null;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _csv.Dispose();
        _stream.Dispose();
    }

    private static int Largest(int[] columns) => columns.Length == 0 ? -1 : columns.Max();

    private void Skip(long bytes)
    {
        byte[] waste = new byte[4096];
        for (int n; bytes > 0 && (n = _stream.Read(waste.AsSpan(0, (int)Math.Min(bytes, waste.Length)))) > 0;) bytes -= n;
    }

    private bool TryReadRow()
    {
        try
        {
            while (_csv.Read())
            {
                if (Unterminated())
                {
                    // Whether its last number is whole cannot be known, and one sample less is a smaller loss than a wrong one.
                    Notes.Add(FormattableString.Invariant($"Line {Line} has no line end and may be cut short: it was not used."));
                    return false;
                }

                if (_csv.FieldCount >= _fieldsNeeded) return true;
                if (_csv.RawRecord.Trim(" \t\r"u8).IsEmpty) continue;
                throw new RecordingFormatException(_path, Line, FormattableString.Invariant($"the row has {_csv.FieldCount} fields, at least {_fieldsNeeded} are needed: is it cut, or is there text below the table?"));
            }
        }
        catch (CsvFormatException e)
        {
            throw new RecordingFormatException(_path, Math.Max(1, e.LineNumber + _layout.LinesBefore), FormattableString.Invariant($"is no table of samples: a line is longer than {MaxLineBytes / 1024} KiB"));
        }
        catch (Exception e) when (FileErrors.Is(e))
        {
            throw FileErrors.Explain(_path, e);
        }

        return _stream.Damage is { } damage ? throw new RecordingFormatException(_path, damage + ": export or copy the file again") : false;
    }

    private bool Unterminated() =>
        _stream.AtEnd && _csv.ByteOffset + _csv.RawRecord.Length >= _stream.BytesOut - _layout.BytesBefore;

    private DeviceTime Time()
    {
        TimeRule rule = _layout.Time;
        if (rule.Column < 0) return Microseconds(_rows * rule.TickUs);
        double count = Number(rule.Column);
        if (!double.IsFinite(count)) throw Bad("the time is missing or not a finite number; every row needs one", rule.Column);
        if (rule.Modulus == 0) return Microseconds(count * rule.TickUs);
        if (count < 0 || count >= rule.Modulus || count != Math.Floor(count)) throw Bad(FormattableString.Invariant($"{count:G17} is no count below {rule.Modulus}"), rule.Column);
        // The counter came to its end and began again where it falls by more than half its range.
        if (_rows > 0 && _lastCount - count > rule.Modulus / 2.0) _turns++;
        _lastCount = count;
        return Microseconds(((_turns * rule.Modulus) + count) * rule.TickUs);
    }

    private DeviceTime Microseconds(double us) => Math.Abs(us) <= SampleReader.MaxTimeS * 1e6
        ? new((long)Math.Round(us))
        : throw Bad(FormattableString.Invariant($"{us / 1e6:G6} s is no time of a recording: is its unit right? Give --units time=s, ms or us"), _layout.Time.Column);

    private Vector3D Vector(int[] columns, double[] scale) => columns.Length == 0
        ? default
        : new(Number(columns[0]) * scale[0], Number(columns[1]) * scale[1], Number(columns[2]) * scale[2]);

    private double Number(int column)
    {
        ReadOnlySpan<byte> field = _csv.GetSpan(column);
        if (DecimalText.TryParse(field, out double value)) return value;
        if (field.SequenceEqual("n/a"u8)) return double.NaN; // BIDS' word for a missing number
        string comma = field.Contains((byte)',') ? ": a point, not a comma, separates decimals" : "";
        throw Bad($"{TextForPeople.Quote(field)} is no number{comma}", column);
    }

    private RecordingFormatException Bad(string reason, int column)
    {
        string? name = column < 0 ? null : column < _layout.Names.Count ? TextForPeople.Show(_layout.Names[column], 40) : FormattableString.Invariant($"{column + 1}");
        return new(_path, Line, reason, name);
    }
}
