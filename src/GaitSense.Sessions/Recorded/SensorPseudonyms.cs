using System.Security.Cryptography;
using System.Text;
using GaitSense.Core;
using GaitSense.Recording.Files;

namespace GaitSense.Sessions;

/// <summary>
/// What sensors are called in files that travel: a digest of the address under a key that this installation alone has. The same sensor has the same name in all
/// its sessions, and the address cannot be found from a session alone.
/// </summary>
public sealed class SensorPseudonyms
{
    private const int KeyBytes = 32, NameDigits = 12;

    private readonly byte[] _key;

    private SensorPseudonyms(byte[] key) => _key = key;

    /// <summary>With a key of this moment: names that no other session has.</summary>
    internal static SensorPseudonyms OfTheMoment() => new(RandomNumberGenerator.GetBytes(KeyBytes));

    /// <summary>With the key of a file, which is made, for its owner alone, where there is none. Where that cannot be, with one of this moment: a walk is worth more.</summary>
    /// <param name="keyFile">The file.</param>
    public static SensorPseudonyms Of(string keyFile)
    {
        try
        {
            if (!File.Exists(keyFile)) WholeFile.Write(keyFile, RandomNumberGenerator.GetBytes(KeyBytes));
            byte[] key = File.ReadAllBytes(keyFile);
            return key.Length == KeyBytes ? new SensorPseudonyms(key) : OfTheMoment();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or GaitSenseException)
        {
            return OfTheMoment();
        }
    }

    /// <summary>The name of the sensor with an address.</summary>
    public string NameOf(string address) => "sensor-" + Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(address.ToUpperInvariant())))[..NameDigits];
}
