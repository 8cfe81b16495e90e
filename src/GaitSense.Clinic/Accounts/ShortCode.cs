using System.Security.Cryptography;

namespace GaitSense.Clinic.Accounts;

/// <summary>A code that a person reads and types: eight characters without those that look alike, in two groups (<c>7K3M-Q9WX</c>).</summary>
internal static class ShortCode
{
    // 31 letters and digits: 8 of them are 39 bits; a guess is answered slowly, and a code lasts for minutes.
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ2345678";
    private const int Half = 4;

    /// <summary>A new one.</summary>
    public static string New()
    {
        string code = RandomNumberGenerator.GetString(Letters, 2 * Half);
        return code[..Half] + "-" + code[Half..];
    }

    /// <summary>A code as it was typed, without what does not matter: spaces, dashes, small letters.</summary>
    public static string Plain(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return new([.. typed.Where(char.IsAsciiLetterOrDigit).Take(64).Select(char.ToUpperInvariant)]);
    }

    /// <summary>Whether a typed code is another one, in a time that does not tell how far it was right.</summary>
    public static bool Same(string code, string typed) =>
        CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(Plain(code)), System.Text.Encoding.UTF8.GetBytes(Plain(typed)));
}
