using System.IO.Compression;
using System.Text;
using GaitSense.Recording.Session;

namespace GaitSense.Cli.Tests;

/// <summary>What must be nowhere: a person's name, and how a file is looked through for it.</summary>
internal static class Canary
{
    /// <summary>Who a person is.</summary>
    public const string Name = "Canaria Mueller";

    /// <summary>Whether a file holds a text: in whatever case and in both encodings that a program here may write, and in what is packed.</summary>
    public static bool IsIn(string file, string text)
    {
        byte[] bytes = File.ReadAllBytes(file);
        if (file.EndsWith(".gz", StringComparison.Ordinal))
        {
            using GZipStream packed = new(new MemoryStream(bytes), CompressionMode.Decompress);
            using MemoryStream unpacked = new();
            packed.CopyTo(unpacked);
            bytes = unpacked.ToArray();
        }

        string all = Encoding.Latin1.GetString(bytes) + Unpacked(file);
        return all.Contains(text, StringComparison.OrdinalIgnoreCase) || all.Contains(Encoding.Latin1.GetString(Encoding.Unicode.GetBytes(text)), StringComparison.OrdinalIgnoreCase)
            || all.Contains(text.Replace(":", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase) || all.Contains(text.Replace(':', '_'), StringComparison.OrdinalIgnoreCase);
    }

    // A session's records are packed in blocks.
    private static string Unpacked(string file)
    {
        if (!file.EndsWith(".gait", StringComparison.Ordinal)) return "";
        StringBuilder text = new();
        using var reader = SessionFileReader.Open(file);
        while (reader.TryRead(out SessionRecord record)) text.Append(Encoding.Latin1.GetString(record.Body));
        return text.ToString();
    }
}
