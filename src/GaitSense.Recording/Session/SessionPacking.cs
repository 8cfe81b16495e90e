using System.IO.Compression;

namespace GaitSense.Recording.Session;

/// <summary>
/// How the records of a block are packed: Deflate (RFC 1951), which computers and browsers unpack alike. Files of version 1 have Brotli, which .NET has not in
/// a browser; on sensors' data neither is smaller or quicker than the other.
/// </summary>
internal static class SessionPacking
{
    /// <summary>Bytes that packing may need on its way, however badly it goes.</summary>
    public static int Room(int length) => length + (length / 8) + 256;

    /// <summary>Packs records.</summary>
    /// <param name="records">The records.</param>
    /// <param name="to">Receives them, from <paramref name="at"/> on; holds <see cref="Room"/> there.</param>
    /// <param name="at">Where they begin.</param>
    /// <returns>How many bytes they take; not always less.</returns>
    public static int Pack(ReadOnlySpan<byte> records, byte[] to, int at)
    {
        using var stream = new MemoryStream(to, at, to.Length - at);
        using (var deflate = new DeflateStream(stream, CompressionLevel.Optimal, leaveOpen: true)) deflate.Write(records);
        return (int)stream.Position;
    }

    /// <summary>Unpacks records; false where they are not what they should be.</summary>
    /// <param name="major">Major version of their file.</param>
    /// <param name="stored">Holds them from its beginning on.</param>
    /// <param name="length">How many bytes they take there.</param>
    /// <param name="records">Receives exactly so many.</param>
    public static bool TryUnpack(int major, byte[] stored, int length, Span<byte> records)
    {
        if (major == 1) return !OperatingSystem.IsBrowser() && BrotliDecoder.TryDecompress(stored.AsSpan(0, length), records, out int written) && written == records.Length;
        try
        {
            using var stream = new MemoryStream(stored, 0, length, writable: false);
            using var deflate = new DeflateStream(stream, CompressionMode.Decompress);
            return deflate.ReadAtLeast(records, records.Length, throwOnEndOfStream: false) == records.Length && deflate.ReadByte() < 0;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
