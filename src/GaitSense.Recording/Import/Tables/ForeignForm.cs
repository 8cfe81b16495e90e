using System.Buffers;
using System.Text;

namespace GaitSense.Recording.Import.Tables;

/// <summary>How a text file is written, told by its beginning: its encoding, its line ends, and whether blanks separate its fields.</summary>
/// <param name="Encoding">The encoding; null: UTF-8, whose bytes are passed on as they are.</param>
/// <param name="EndsLinesWithCr">Whether a carriage return alone ends a line, as old Macs have it.</param>
/// <param name="HasBlanks">Whether runs of blanks separate fields.</param>
internal sealed record ForeignForm(Encoding? Encoding, bool EndsLinesWithCr, bool HasBlanks)
{
    private const int FewestNumbers = 6;

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("+-.,0123456789eE");

    /// <summary>Whether bytes are passed on as they are.</summary>
    public bool IsPlain => Encoding is null && !EndsLinesWithCr && !HasBlanks;

    /// <summary>What is said of it; null where there is nothing to say.</summary>
    public string? Note
    {
        get
        {
            List<string> said = [];
            if (Encoding is UnicodeEncoding) said.Add("UTF-16");
            else if (Encoding is not null) said.Add("Latin-1 (it is no UTF-8)");
            if (EndsLinesWithCr) said.Add("lines end with a carriage return");
            if (HasBlanks) said.Add("blanks separate the fields");
            return said.Count == 0 ? null : $"Text: {string.Join(", ", said)}.";
        }
    }

    /// <summary>Tells it by a file's first bytes.</summary>
    public static ForeignForm Of(ReadOnlySpan<byte> head, bool isWhole)
    {
        Encoding? encoding = EncodingOf(head, isWhole);
        string text = (encoding ?? Encoding.UTF8).GetString(head);
        bool isCr = !text.Contains('\n', StringComparison.Ordinal) && text.Contains('\r', StringComparison.Ordinal);
        return new ForeignForm(encoding, isCr, !text.Contains('\0', StringComparison.Ordinal) && IsByBlanks(text));
    }

    private static Encoding? EncodingOf(ReadOnlySpan<byte> head, bool isWhole)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xff, 0xfe])) return new UnicodeEncoding(bigEndian: false, byteOrderMark: false);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xfe, 0xff])) return new UnicodeEncoding(bigEndian: true, byteOrderMark: false);
        // Without a mark: in a table of numbers every other byte of UTF-16 is zero, and all on one side.
        int even = 0, odd = 0;
        for (int i = 0; i < head.Length; i++)
            if (head[i] == 0) _ = (i & 1) == 0 ? even++ : odd++;
        int half = head.Length / 2;
        if (half >= 8 && odd > 0.9 * half && even == 0) return new UnicodeEncoding(bigEndian: false, byteOrderMark: false);
        if (half >= 8 && even > 0.9 * half && odd == 0) return new UnicodeEncoding(bigEndian: true, byteOrderMark: false);
        if (even + odd > 0) return null; // no text
        // A character cut at the end of the head is no fault.
        int end = head.Length;
        for (int back = 0; !isWhole && back < 3 && end > 0 && head[end - 1] >= 0x80; back++) end--;
        return System.Text.Unicode.Utf8.IsValid(head[..end]) ? null : Encoding.Latin1;
    }

    // Most lines of the beginning are numbers between blanks, and nothing else separates them.
    private static bool IsByBlanks(string text)
    {
        int rows = 0, others = 0;
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            ReadOnlySpan<char> row = line.Trim(" \r");
            if (row.IsEmpty) continue;
            if (row.IndexOfAny(';', '\t') < 0 && IsNumbers(row)) rows++;
            else others++;
        }

        return rows >= 1 && rows >= others;
    }

    private static bool IsNumbers(ReadOnlySpan<char> row)
    {
        int numbers = 0, words = 0;
        foreach (Range range in row.Split(' '))
        {
            ReadOnlySpan<char> token = row[range];
            if (token.IsEmpty) continue;
            int comma = token.IndexOf(',');
            bool isNumber = token.IndexOfAnyExcept(NumberCharacters) < 0 && (comma < 0 || (comma < token.Length - 1 && token[(comma + 1)..].IndexOf(',') < 0));
            if (isNumber) numbers++;
            else words++;
        }

        return numbers >= FewestNumbers && words <= 2;
    }
}
