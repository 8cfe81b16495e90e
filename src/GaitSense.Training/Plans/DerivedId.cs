using System.Security.Cryptography;
using System.Text;

namespace GaitSense.Training.Plans;

/// <summary>Identifiers that follow from another identifier and a name, so that the same plan has the same ones everywhere (RFC 9562, version 8, by SHA-256).</summary>
public static class DerivedId
{
    /// <summary>The identifier of what <paramref name="name"/> names within <paramref name="parent"/>.</summary>
    /// <param name="parent">The identifier it belongs to.</param>
    /// <param name="name">What it is there: "slot 3".</param>
    public static Guid Of(Guid parent, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        byte[] text = new byte[16 + Encoding.UTF8.GetByteCount(name)];
        parent.TryWriteBytes(text, bigEndian: true, out _);
        Encoding.UTF8.GetBytes(name, text.AsSpan(16));
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(text, hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
