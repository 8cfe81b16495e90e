using System.Text;
using CsvHelper;

namespace GaitSense.Recording;

/// <summary>The first 64 KiB of a file, unpacked where it is gzip: what formats are told by.</summary>
internal sealed class ImportProbe
{
    private const int HeadBytes = 64 * 1024;
    private const int MaxLines = 400;

    private readonly List<int> _starts = [];

    private ImportProbe(string path, byte[] head)
    {
        Path = path;
        Head = head;
        var lines = new List<string>();
        if (!head.AsSpan().Contains((byte)0)) Split(lines);
        Lines = lines;
    }

    /// <summary>The file, as given.</summary>
    public string Path { get; }

    /// <summary>Its first bytes.</summary>
    public byte[] Head { get; }

    /// <summary>Its first lines, without line ends; none where it is no text. The last may be cut.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>Whether it is UTF-16, which no sensor writes but some spreadsheets do.</summary>
    public bool IsUtf16 => Head is [0xff, 0xfe, ..] or [0xfe, 0xff, ..];

    /// <summary>Reads a file's beginning.</summary>
    /// <exception cref="RecordingFormatException">The file cannot be read.</exception>
    public static ImportProbe Read(string path)
    {
        try
        {
            using var stream = new RecordingStream(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1));
            byte[] head = new byte[HeadBytes];
            int n = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            return new ImportProbe(path, head[..n]);
        }
        catch (Exception e) when (FileErrors.Is(e))
        {
            throw FileErrors.Explain(path, e);
        }
    }

    /// <summary>Where a line begins, in bytes of the unpacked file; the line after the last is where the head ends.</summary>
    public int StartOf(int line) => line < _starts.Count ? _starts[line] : Head.Length;

    /// <summary>A line's fields, trimmed.</summary>
    public string[] Fields(int line, char separator) => line < Lines.Count ? Fields(Lines[line], separator) : [];

    /// <summary>A text's fields, trimmed.</summary>
    public static string[] Fields(string line, char separator)
    {
        try
        {
            using CsvReader csv = CsvReader.FromText(line, new CsvReaderOptions { HasHeader = false, Separator = separator, AllowLineBreaksInQuotes = false });
            if (!csv.Read()) return [];
            string[] fields = new string[csv.FieldCount];
            for (int i = 0; i < fields.Length; i++) fields[i] = csv.GetString(i).Trim();
            return fields;
        }
        catch (CsvFormatException)
        {
            return [];
        }
    }

    private void Split(List<string> lines)
    {
        ReadOnlySpan<byte> bytes = Head;
        int at = bytes.StartsWith("\uFEFF"u8) ? 3 : 0;
        while (at < bytes.Length && lines.Count < MaxLines)
        {
            int length = bytes[at..].IndexOf((byte)'\n');
            int end = length < 0 ? bytes.Length : at + length;
            _starts.Add(at);
            lines.Add(Encoding.UTF8.GetString(bytes[at..end]).TrimEnd('\r'));
            at = end + 1;
        }

        // The start of the line after the last one is known too, where the file goes on.
        if (at <= bytes.Length) _starts.Add(at);
    }
}
