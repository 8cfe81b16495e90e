using System.Buffers.Text;
using System.Security.Cryptography;

namespace GaitSense.Clinic.Live;

/// <summary>A secret that nobody guesses.</summary>
internal static class LiveToken
{
    private const int Bytes = 24;

    /// <summary>Whether a text may be one: what is none needs no look at other nodes.</summary>
    public static bool IsOne(string text) => text.Length == Base64Url.GetEncodedLength(Bytes);

    /// <summary>A new one.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
}
