using System.Runtime.ExceptionServices;
using CsvHelper;
using GaitSense.Core;
using GaitSense.Recording.Files;
using GaitSense.Recording.Text;

namespace GaitSense.Recording.Samples;

/// <summary>
/// Reads the samples of one sensor's CSV file (plain or gzip, told by content), block by block, with flat memory. Columns are found by
/// name, in any order; further columns are ignored. A number that is missing or NaN makes a sample that is not finite, which the core counts as a gap.
/// A repeated time is passed on; a time that goes backward ends the file with an error.
/// </summary>
public sealed class SampleReader : IDisposable
{
    /// <summary>Instants beyond this many seconds from the clock's origin (285 years) are no times in seconds.</summary>
    public const double MaxTimeS = 9e9;

    private const int MaxLineBytes = 64 * 1024;

    private readonly string _path;
    private readonly RecordingStream _stream;
    private readonly CsvReader _csv;
    private readonly int[] _columns;
    private readonly int _fieldCount;
    private readonly List<RecordingWarning> _warnings = [];
    private ExceptionDispatchInfo? _failure;
    private DeviceTime _last = new(long.MinValue);
    private int _lastDecimals = -1;
    private bool _ended;

    private SampleReader(string path, RecordingStream stream)
    {
        _path = path;
        _stream = stream;
        _csv = CsvReader.Create(
            stream,
            new CsvReaderOptions
            {
                Separator = ',',
                TrackLineNumbers = true,
                AllowLineBreaksInQuotes = false,
                MaxRecordSize = MaxLineBytes,
            },
            leaveOpen: true);
        _columns = SampleColumns.Find(ReadHeader(), path);
        _fieldCount = _csv.Headers.Count;
    }

    /// <summary>Samples handed out so far.</summary>
    public long SamplesRead { get; private set; }

    /// <summary>Share of the file's bytes read so far, 0 to 1; 1 at the end.</summary>
    public double Fraction => _ended ? 1 : _stream.Fraction;

    /// <summary>What a person should know: a file cut short, no samples. Complete once the end is reached.</summary>
    public IReadOnlyList<RecordingWarning> Warnings => _warnings;

    /// <summary>Opens a file.</summary>
    /// <exception cref="RecordingFormatException">The file cannot be read, is empty, or lacks a column.</exception>
    public static SampleReader Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return Open(InputFile.Open(path, FileShare.Read, 1, FileOptions.SequentialScan), path);
        }
        catch (Exception e) when (FileErrors.Is(e))
        {
            throw FileErrors.Explain(path, e);
        }
    }

    /// <summary>Reads a seekable stream; the reader owns it. <paramref name="path"/> is what messages call it.</summary>
    /// <exception cref="RecordingFormatException">The stream is empty or lacks a column.</exception>
    public static SampleReader Open(Stream stream, string path)
    {
        ArgumentNullException.ThrowIfNull(stream);
        RecordingStream? data = null;
        try
        {
            data = new RecordingStream(stream);
            return new SampleReader(path, data);
        }
        catch (Exception e)
        {
            data?.Dispose();
            stream.Dispose();
            if (FileErrors.Is(e)) throw FileErrors.Explain(path, e);
            throw;
        }
    }

    /// <summary>Reads up to <paramref name="destination"/>'s length of samples; 0 only at the end.</summary>
    /// <exception cref="RecordingFormatException">A row is not what the format says. All samples before it were handed out.</exception>
    public int Read(Span<ImuSample> destination)
    {
        _failure?.Throw();
        int count = 0;
        try
        {
            while (count < destination.Length && TryReadRow(ref destination[count])) count++;
        }
        catch (Exception e) when (e is RecordingFormatException or CsvFormatException || FileErrors.Is(e))
        {
            Exception failure = e switch
            {
                CsvFormatException csv => NoCsv(csv),
                RecordingFormatException format => format,
                _ => FileErrors.Explain(_path, e),
            };
            // The rows before the bad one are good: hand them out first, whatever the block size.
            _failure = ExceptionDispatchInfo.Capture(failure);
            if (count == 0) _failure.Throw();
        }

        SamplesRead += count;
        return count;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _csv.Dispose();
        _stream.Dispose();
    }

    private IReadOnlyList<string> ReadHeader()
    {
        try
        {
            _csv.ReadHeader();
        }
        catch (CsvFormatException e)
        {
            throw NoCsv(e);
        }

        if (_csv.Headers.Count > 0) return _csv.Headers;
        throw new RecordingFormatException(_path, _stream.Damage is { } damage
            ? damage + ": nothing could be read from it; export the recording again"
            : "is empty; a recording has at least a header line");
    }

    private bool TryReadRow(ref ImuSample sample)
    {
        while (!_ended)
        {
            if (!_csv.Read())
            {
                End(cutLine: null);
                break;
            }

            bool unterminated = _stream.AtEnd && !_stream.IsUtf16 && _csv.ByteOffset + _csv.RawRecord.Length >= _stream.BytesOut;
            if (!unterminated)
            {
                long at = _csv.LineNumber;
                try
                {
                    sample = ParseRow();
                    return true;
                }
                catch (RecordingFormatException) when (_stream.EndsDamaged())
                {
                    // What damaged data unpacks to says nothing about how the file was written.
                    End(at);
                    break;
                }
            }

            // The last row has no line end. Either the writer leaves it out, or the row was cut, perhaps inside its last number.
            long line = _csv.LineNumber;
            if (_stream.Damage is null && TryParseWholeRow(out sample))
            {
                End(cutLine: null);
                _ended = true;
                return true;
            }

            End(line);
        }

        return false;
    }

    private bool TryParseWholeRow(out ImuSample sample)
    {
        sample = default;
        int before = _lastDecimals;
        if (_csv.FieldCount < _fieldCount) return false;
        try
        {
            sample = ParseRow();
        }
        catch (RecordingFormatException)
        {
            return false;
        }

        return _lastDecimals >= before;
    }

    private ImuSample ParseRow()
    {
        if (_csv.FieldCount != _fieldCount) CheckFieldCount();
        double seconds = Number(0);
        if (!(Math.Abs(seconds) <= MaxTimeS)) throw BadTime(seconds);
        DeviceTime time = DeviceTime.FromSeconds(seconds);
        if (time < _last)
        {
            throw new RecordingFormatException(_path, _csv.LineNumber, FormattableString.Invariant(
                $"time goes backward, from {_last.Seconds:F6} s to {seconds:F6} s; rows must be in time order"), SampleColumns.Names[0]);
        }

        var sample = new ImuSample(time, new(Number(1), Number(2), Number(3)), new(Number(4), Number(5), Number(6)));
        _last = time;
        _lastDecimals = SampleColumns.Decimals(_csv.GetSpan(_fieldCount - 1));
        return sample;
    }

    private double Number(int column)
    {
        ReadOnlySpan<byte> field = _csv.GetSpan(_columns[column]);
        if (DecimalText.TryParse(field, out double value)) return value;
        string text = TextForPeople.Quote(field);
        throw new RecordingFormatException(_path, _csv.LineNumber, $"{text} is no number", SampleColumns.Names[column], text[1..^1]);
    }

    private void CheckFieldCount()
    {
        bool spareOnly = _csv.FieldCount > _fieldCount;
        for (int i = _fieldCount; spareOnly && i < _csv.FieldCount; i++) spareOnly = _csv.IsEmpty(i);
        if (!spareOnly)
        {
            throw new RecordingFormatException(_path, _csv.LineNumber, FormattableString.Invariant(
                $"the row has {_csv.FieldCount} fields, the header {_fieldCount} (a point, not a comma, separates decimals)"));
        }
    }

    private RecordingFormatException BadTime(double seconds) => new(
        _path,
        _csv.LineNumber,
        double.IsFinite(seconds)
            ? FormattableString.Invariant($"{seconds:G6} is no time in seconds; is it in milliseconds or microseconds?")
            : "the time is missing or not a finite number; every row needs one",
        SampleColumns.Names[0]);

    private RecordingFormatException NoCsv(CsvFormatException e) => new(
        _path, Math.Max(1, e.LineNumber), FormattableString.Invariant($"is no CSV of samples: a line is longer than {MaxLineBytes / 1024} KiB"));

    private void End(long? cutLine)
    {
        _ended = true;
        if (_stream.Damage is { } damage)
            _warnings.Add(new(_path, cutLine ?? _csv.LineNumber, $"{damage}; the whole rows before are used", IsDamage: true));
        else if (cutLine is not null)
            _warnings.Add(new(_path, cutLine, "the last row is cut short; the whole rows before are used"));
        if (SamplesRead == 0 && _last.Microseconds == long.MinValue) _warnings.Add(new(_path, null, "holds no samples"));
    }
}
