using System.Text;
using CsvHelper;
using GaitSense.Recording.Files;
using GaitSense.Recording.Import.Tables;

namespace GaitSense.Recording.Text;

/// <summary>Small tables that people write: a header, then rows, with commas, semicolons or tabs between the fields.</summary>
public static class SmallTable
{
    private const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>Reads one. Fields are trimmed; rows without text are passed over.</summary>
    /// <exception cref="RecordingFormatException">It is not there, too large, empty, or no table.</exception>
    public static (string[] Header, List<string[]> Rows) Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            using var text = new ForeignText(InputFile.Open(path, FileShare.Read, 1));
            if (new FileInfo(path).Length > MaxBytes) throw new RecordingFormatException(path, "is too large for a table of participants");
            string head = Encoding.UTF8.GetString(text.Head);
            string first = head.Split('\n', 2)[0];
            char separator = first.Contains('\t', StringComparison.Ordinal) ? '\t' : first.Contains(';', StringComparison.Ordinal) ? ';' : ',';
            using CsvReader csv = CsvReader.Create(text, new CsvReaderOptions { HasHeader = false, Separator = separator, TrackLineNumbers = true, MaxRecordSize = 64 * 1024 }, leaveOpen: true);
            var rows = new List<string[]>();
            while (csv.Read())
            {
                string[] fields = new string[csv.FieldCount];
                for (int i = 0; i < fields.Length; i++) fields[i] = csv.GetString(i).Trim().TrimStart('\uFEFF');
                if (Array.Exists(fields, f => f.Length > 0)) rows.Add(fields);
            }

            if (rows.Count == 0) throw new RecordingFormatException(path, "is empty; a table has at least a header line");
            return (rows[0], rows[1..]);
        }
        catch (CsvFormatException e)
        {
            throw new RecordingFormatException(path, Math.Max(1, e.LineNumber), "is no table");
        }
        catch (Exception e) when (FileErrors.Is(e))
        {
            throw FileErrors.Explain(path, e);
        }
    }
}
