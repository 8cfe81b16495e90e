using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GaitSense.Clinic.Documents;

namespace GaitSense.Cli.Training.Simulated;

/// <summary>One number for all rows of a run: the same seed gives the same.</summary>
internal static class RunDigest
{
    /// <summary>SHA-256 over all rows as JSON, in their order, in hex.</summary>
    public static string Of(IEnumerable<PersonRun> runs)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((DateTimeOffset at, object row) in runs.SelectMany(r => r.Rows)) hash.AppendData(Encoding.UTF8.GetBytes(at.ToString("o", CultureInfo.InvariantCulture) + row.GetType().Name + StoreJson.Of(row)));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
