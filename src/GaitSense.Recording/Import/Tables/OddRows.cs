using System.Globalization;
using CsvHelper;

namespace GaitSense.Recording.Import.Tables;

/// <summary>The rows of one table that are no samples: counted, named, and refused where they are too many to be an accident.</summary>
/// <param name="path">The table.</param>
/// <param name="names">Names of its columns.</param>
internal sealed class OddRows(string path, IReadOnlyList<string> names)
{
    private const int MaxNamed = 5;
    private const long MaxText = 200;
    private const double MaxShareWithoutTime = 0.05;

    private readonly long[] _counts = new long[4];
    private readonly List<long>[] _lines = [[], [], [], []];
    private long? _inside;

    /// <summary>Adds a row.</summary>
    /// <param name="line">Its line.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="hasNumbers">Whether it has numbers all the same: below the table that is a sum, inside it a fault.</param>
    /// <exception cref="RecordingFormatException">There are too many of them.</exception>
    public void Add(long line, OddRow kind, bool hasNumbers)
    {
        if (hasNumbers) _inside ??= line;
        if (_lines[(int)kind].Count < MaxNamed) _lines[(int)kind].Add(line);
        if (++_counts[(int)kind] > MaxText && kind == OddRow.Text)
            throw new RecordingFormatException(path, line, "is no table of samples: hundreds of its rows are text");
    }

    /// <summary>Refuses what was taken for a footer where a sample follows it.</summary>
    /// <exception cref="RecordingFormatException">A row above has numbers, but no time.</exception>
    public void ThrowIfInside()
    {
        if (_inside is { } line) throw new RecordingFormatException(path, line, "the row has numbers, but what stands where its time should be is none");
    }

    /// <summary>Whether a row names the columns.</summary>
    public bool IsHeader(CsvReader row)
    {
        if (names.Count == 0 || row.FieldCount < names.Count) return false;
        for (int i = 0; i < names.Count; i++)
            if (!string.Equals(row.GetString(i).Trim(), names[i], StringComparison.OrdinalIgnoreCase)) return false;
        return true;
    }

    /// <summary>What was left out, a sentence each.</summary>
    /// <param name="samples">How many rows were samples.</param>
    /// <exception cref="RecordingFormatException">Too many had no time.</exception>
    public IEnumerable<string> Sentences(long samples)
    {
        if (_counts[(int)OddRow.NoTime] > MaxShareWithoutTime * (samples + _counts[(int)OddRow.NoTime]) && _counts[(int)OddRow.NoTime] > 0)
            throw new RecordingFormatException(path, _lines[(int)OddRow.NoTime][0], FormattableString.Invariant($"the time is missing or not a finite number; every row needs one ({_counts[(int)OddRow.NoTime]} have none)"));
        foreach (OddRow kind in Enum.GetValues<OddRow>())
        {
            long n = _counts[(int)kind];
            if (n == 0) continue;
            string lines = string.Join(", ", _lines[(int)kind].Select(l => l.ToString(CultureInfo.InvariantCulture))) + (n > MaxNamed ? ", …" : "");
            string what = kind switch
            {
                OddRow.Empty => n == 1 ? "an empty row" : "empty rows",
                OddRow.Header => "the header once more",
                OddRow.NoTime => n == 1 ? "a row without a time" : "rows without a time, which leave gaps",
                _ => "text that is no sample",
            };
            yield return string.Create(CultureInfo.InvariantCulture, $"{(n == 1 ? "Line" : $"{n} lines:")} {lines}: {what}, left out.");
        }
    }
}
