using System.Security.Cryptography;
using System.Text;

namespace GaitSense.Storage;

/// <summary>
/// A line of the audit: who did what when to whom, chained to the line before it. It has random ids only, no code and no text of a person, so that it can stay when
/// the person goes.
/// </summary>
public sealed record AuditEntry
{
    /// <summary>The hash before the first line.</summary>
    public const string FirstHash = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>Number, from 1, without holes.</summary>
    public required long Seq { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who: an account's pseudonym.</summary>
    public required string Account { get; init; }

    /// <summary>What was done: "person added", "session completed".</summary>
    public required string Verb { get; init; }

    /// <summary>To whom: the person's random id of the audit, which goes with the person; null: to nobody.</summary>
    public Guid? Subject { get; init; }

    /// <summary>To what: an id, a hash, a rule; may be empty.</summary>
    public string What { get; init; } = "";

    /// <summary>The hash of the line before, in hex.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>SHA-256 of this line with <see cref="PreviousHash"/>, in hex.</summary>
    public required string Hash { get; init; }

    /// <summary>
    /// The hash a line should have: SHA-256 of seven texts, each as the length of its UTF-8 in bytes (decimal), a colon and the UTF-8 itself: number, microseconds since
    /// 1970 UTC, account, verb, subject (32 hexadecimal digits, or nothing), what, hash of the line before.
    /// </summary>
    public string ComputeHash()
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string text in (string[])[Number(Seq), Number(Microseconds.Of(At)), Account, Verb, Subject?.ToString("N") ?? "", What, PreviousHash])
        {
            byte[] utf8 = Encoding.UTF8.GetBytes(text);
            hash.AppendData(Encoding.ASCII.GetBytes(Number(utf8.Length) + ":"));
            hash.AppendData(utf8);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string Number(long value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
