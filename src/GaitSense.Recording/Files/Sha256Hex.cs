using System.Security.Cryptography;
using System.Text;

namespace GaitSense.Recording.Files;

/// <summary>SHA-256 digests as 64 hexadecimal digits, lower case.</summary>
public static class Sha256Hex
{
    /// <summary>Digest of bytes.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Digest of a text's UTF-8.</summary>
    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>Digest of a file's contents.</summary>
    /// <exception cref="RecordingFormatException">It is not there, or cannot be read.</exception>
    public static string OfFile(string path)
    {
        try
        {
            using Stream file = InputFile.Open(path);
            return Convert.ToHexStringLower(SHA256.HashData(file));
        }
        catch (Exception e) when (FileErrors.Is(e))
        {
            throw FileErrors.Explain(path, e);
        }
    }
}
