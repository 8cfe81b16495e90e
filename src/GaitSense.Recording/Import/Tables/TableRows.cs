using CsvHelper;
using GaitSense.Core;
using GaitSense.Recording.Files;
using GaitSense.Recording.Samples;
using GaitSense.Recording.Text;

namespace GaitSense.Recording.Import.Tables;

/// <summary>
/// Reads the samples of a foreign table, row by row, with flat memory. Rows that are no samples (empty ones, a header again, a footer) are left out and named; a row with
/// a time and something that is no number is an error.
/// </summary>
internal sealed class TableRows : SensorRows
{
    private const int MaxLineBytes = 64 * 1024;
    private const int MaxNumberLength = 64;

    private readonly string _path;
    private readonly TableLayout _layout;
    private readonly ForeignText _stream;
    private readonly CsvReader _csv;
    private readonly int[] _needed;
    private readonly int _fieldsNeeded;
    private readonly OddRows _odd;
    private DeviceTime _last = new(long.MinValue);
    private double _lastCount;
    private double _turns;
    private long _rows;
    private bool _ended;

    /// <summary>Opens a table.</summary>
    /// <exception cref="RecordingFormatException">The file cannot be read.</exception>
    public TableRows(string path, TableLayout layout)
    {
        _path = path;
        _layout = layout;
        _needed = [.. layout.Accel, .. layout.Gyro];
        _fieldsNeeded = 1 + Math.Max(layout.Time.Column, Math.Max(_needed.DefaultIfEmpty(-1).Max(), layout.Only?.Column ?? 0));
        _odd = new OddRows(path, layout.Names);
        try
        {
            _stream = new ForeignText(InputFile.Open(path, FileShare.Read, 1, FileOptions.SequentialScan));
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

        IsEpoch = layout.Time.IsEpoch;
        if (_stream.Form.Note is { } note) Notes.Add(note);
        if (layout.HasDecimalComma) Notes.Add("Numbers: a comma separates decimals.");
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
            if (_layout.PassesOthers && !HasNumber()) continue;
            if (OddKind() is { } odd)
            {
                _odd.Add(Line, odd, HasNumber() && odd is OddRow.Text);
                continue;
            }

            _odd.ThrowIfInside();
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

        End();
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
                if (Unterminated() && !IsWholeLastRow())
                {
                    // Whether its last number is whole cannot be known, and one sample less is a smaller loss than a wrong one.
                    Notes.Add(FormattableString.Invariant($"Line {Line} has no line end and may be cut short: it was not used."));
                    return false;
                }

                if (_csv.FieldCount >= _fieldsNeeded) return true;
                if (_csv.RawRecord.Trim(" \t\r"u8).IsEmpty) continue;
                if (TimeOrNumber() is OddRow.Text && _layout.Only is null)
                {
                    _odd.Add(Line, OddKind() ?? OddRow.Text, false);
                    continue;
                }

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

    // Text below the table need not end its line.
    private bool IsWholeLastRow() => _csv.FieldCount > 0 && TimeOrNumber() is OddRow.Text;

    private void End()
    {
        if (_ended) return;
        _ended = true;
        Notes.AddRange(_odd.Sentences(_rows));
    }

    // What the row is, if it is no sample; null: it is one, or has a fault in one of its numbers.
    private OddRow? OddKind()
    {
        bool isEmpty = true;
        for (int i = 0; i < _csv.FieldCount && isEmpty; i++) isEmpty = _csv.GetSpan(i).Trim(" \t"u8).IsEmpty;
        if (isEmpty) return OddRow.Empty;
        if (TimeOrNumber() is not { } odd) return null;
        return odd is OddRow.Text && _odd.IsHeader(_csv) ? OddRow.Header : odd;
    }

    // Told by the time, or where rows have none, by the first number.
    private OddRow? TimeOrNumber()
    {
        int column = _layout.Time.Column >= 0 ? _layout.Time.Column : _needed.DefaultIfEmpty(-1).First();
        if (column < 0) return null;
        if (column >= _csv.FieldCount) return OddRow.Text;
        ReadOnlySpan<byte> field = _csv.GetSpan(column);
        if (_layout.Time.Form != TimeForm.Number && column == _layout.Time.Column)
            return TimeText.Of(field) is not null ? null : MissingWords.Is(field.Trim(" \t"u8)) ? OddRow.NoTime : OddRow.Text;
        if (!TryNumber(field, out double value)) return OddRow.Text;
        return double.IsNaN(value) && _layout.Time.Column >= 0 && MissingWords.Is(field.Trim(" \t"u8)) ? OddRow.NoTime : null;
    }

    private bool HasNumber() => Array.Exists(_needed, c => c < _csv.FieldCount && TryNumber(_csv.GetSpan(c), out double value) && double.IsFinite(value));

    private DeviceTime Time()
    {
        TimeRule rule = _layout.Time;
        if (rule.Column < 0) return Microseconds(_rows * rule.TickUs);
        if (rule.Form != TimeForm.Number) return Written(rule);
        double count = Number(rule.Column);
        if (!double.IsFinite(count)) throw Bad("the time is missing or not a finite number; every row needs one", rule.Column);
        if (rule.Modulus == 0) return Microseconds(count * rule.TickUs);
        if (count < 0 || count >= rule.Modulus || count != Math.Floor(count)) throw Bad(FormattableString.Invariant($"{count:G17} is no count below {rule.Modulus}"), rule.Column);
        // The counter came to its end and began again where it falls by more than half its range.
        if (_rows > 0 && _lastCount - count > rule.Modulus / 2.0) _turns++;
        _lastCount = count;
        return Microseconds(((_turns * rule.Modulus) + count) * rule.TickUs);
    }

    private DeviceTime Written(TimeRule rule)
    {
        TimeText text = TimeText.Of(_csv.GetSpan(rule.Column))!.Value;
        if (rule.WrapUs > 0 && text.Form != rule.Form && text.Form != TimeForm.OfCalendar) throw Bad($"{TextForPeople.Quote(_csv.GetSpan(rule.Column))} is written in another way than the times before", rule.Column);
        long micros = rule.WrapUs > 0 ? text.Micros % rule.WrapUs : text.Micros;
        // Midnight, or the full hour, lies between two rows where the clock falls by more than half its range.
        if (rule.WrapUs > 0)
        {
            if (_rows > 0 && _lastCount - micros > rule.WrapUs / 2.0) _turns++;
            _lastCount = micros;
            micros += (long)_turns * rule.WrapUs;
        }

        return new DeviceTime(micros);
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
        if (TryNumber(field, out double value)) return value;
        string comma = field.Contains((byte)',') ? ": a point, not a comma, separates decimals" : "";
        throw Bad($"{TextForPeople.Quote(field)} is no number{comma}", column);
    }

    private bool TryNumber(ReadOnlySpan<byte> field, out double value)
    {
        if (_layout.HasDecimalComma && field.Contains((byte)','))
        {
            value = double.NaN;
            if (field.Length > MaxNumberLength || field.Contains((byte)'.')) return false;
            Span<byte> point = stackalloc byte[MaxNumberLength];
            field.CopyTo(point);
            point[field.IndexOf((byte)',')] = (byte)'.';
            return DecimalText.TryParse(point[..field.Length], out value);
        }

        if (DecimalText.TryParse(field, out value)) return true;
        value = double.NaN;
        return MissingWords.Is(field.Trim(" \t"u8));
    }

    private RecordingFormatException Bad(string reason, int column)
    {
        string? name = column < 0 ? null : column < _layout.Names.Count ? TextForPeople.Show(_layout.Names[column], 40) : FormattableString.Invariant($"{column + 1}");
        return new(_path, Line, reason, name);
    }
}
