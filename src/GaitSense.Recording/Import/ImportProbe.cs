using System.Text;
using CsvHelper;
using GaitSense.Recording.Files;
using GaitSense.Recording.Import.Tables;

namespace GaitSense.Recording.Import;

/// <summary>The first 64 KiB of a file, unpacked where it is gzip, and its lines as text: from which formats are recognised.</summary>
internal sealed class ImportProbe
{
    private const int MaxLines = 2000;

    private readonly List<int> _starts = [];
    private readonly Dictionary<(int Line, char Separator), string[]> _fields = [];
    private readonly int _textBytes;
    private int[]? _withWords;

    private ImportProbe(string path, byte[] head, byte[] text, ForeignForm form)
    {
        Path = path;
        Head = head;
        Form = form;
        _textBytes = text.Length;
        var lines = new List<string>();
        if (!text.AsSpan().Contains((byte)0)) Split(text, lines);
        Lines = lines;
    }

    /// <summary>The file, as given.</summary>
    public string Path { get; }

    /// <summary>Its first bytes.</summary>
    public byte[] Head { get; }

    /// <summary>How its text is written.</summary>
    public ForeignForm Form { get; }

    /// <summary>Its first lines, without line ends; none where it is no text. The last may be cut.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>Those of the lines that hold more than numbers, from 0: only they can name columns.</summary>
    public IReadOnlyList<int> LinesWithWords => _withWords ??= [.. Enumerable.Range(0, Lines.Count).Where(i => HasWords(Lines[i]))];

    /// <summary>Reads a file's beginning.</summary>
    /// <exception cref="RecordingFormatException">The file cannot be read.</exception>
    public static ImportProbe Read(string path)
    {
        try
        {
            using var stream = new ForeignText(InputFile.Open(path, FileShare.Read, 1));
            byte[] head = stream.Head.ToArray();
            byte[] text = head;
            if (!stream.Form.IsPlain)
            {
                // As much of the rewritten text as the head makes; a blank or two bytes of UTF-16 become less.
                text = new byte[ForeignText.HeadBytes];
                text = text[..stream.ReadAtLeast(text, text.Length, throwOnEndOfStream: false)];
            }

            return new ImportProbe(path, head, text, stream.Form);
        }
        catch (Exception e) when (FileErrors.Is(e))
        {
            throw FileErrors.Explain(path, e);
        }
    }

    /// <summary>Where a line begins, in bytes of the text as <see cref="ForeignText"/> gives it; the line after the last is where the head ends.</summary>
    public int StartOf(int line) => line < _starts.Count ? _starts[line] : _textBytes;

    /// <summary>A line's fields, trimmed. They are shared: a change is seen by all readers.</summary>
    public string[] Fields(int line, char separator)
    {
        if (line >= Lines.Count) return [];
        if (!_fields.TryGetValue((line, separator), out string[]? fields)) _fields[(line, separator)] = fields = Fields(Lines[line], separator);
        return fields;
    }

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

    private static bool HasWords(string line)
    {
        foreach (char c in line)
            if (char.IsLetter(c) && c is not ('e' or 'E')) return true;
        return false;
    }

    private void Split(ReadOnlySpan<byte> bytes, List<string> lines)
    {
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
