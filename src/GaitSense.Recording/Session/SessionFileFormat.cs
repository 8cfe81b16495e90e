using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace GaitSense.Recording.Session;

/// <summary>The bytes of a session file that writer and reader agree on; FORMAT.md beside this file says all of it.</summary>
internal static class SessionFileFormat
{
    public const int FileHeaderSize = 20, BlockHeaderSize = 24, MaxBlockBytes = 1 << 20, MaxVariableBytes = 10;
    public const ushort Major = 2, MinMajor = 1, Minor = 2;
    public const uint BlockMark = 0x5E6B0CB1;

    /// <summary>The first bytes of every session file.</summary>
    public static ReadOnlySpan<byte> FileMark => [0x89, 0x47, 0x41, 0x49, 0x54, 0x0D, 0x0A, 0x1A];

    /// <summary>CRC-32C (Castagnoli; RFC 3720, B.4), continued from another.</summary>
    public static uint Crc(ReadOnlySpan<byte> bytes, uint before = 0)
    {
        uint crc = ~before;
        foreach (ulong eight in MemoryMarshal.Cast<byte, ulong>(bytes[..(bytes.Length & ~7)])) crc = BitOperations.Crc32C(crc, BitConverter.IsLittleEndian ? eight : BinaryPrimitives.ReverseEndianness(eight));
        foreach (byte one in bytes[(bytes.Length & ~7)..]) crc = BitOperations.Crc32C(crc, one);
        return ~crc;
    }

    public static void WriteFileHeader(Span<byte> header, uint fileId, ushort major = Major)
    {
        FileMark.CopyTo(header);
        BinaryPrimitives.WriteUInt16LittleEndian(header[8..], major);
        BinaryPrimitives.WriteUInt16LittleEndian(header[10..], Minor);
        BinaryPrimitives.WriteUInt32LittleEndian(header[12..], fileId);
        BinaryPrimitives.WriteUInt32LittleEndian(header[16..], Crc(header[..16]));
    }

    /// <summary>Writes the header of a block.</summary>
    /// <param name="header">Receives it.</param>
    /// <param name="number">Number of the block.</param>
    /// <param name="length">Bytes of its records.</param>
    /// <param name="stored">The same as they are stored: packed where that is shorter.</param>
    /// <param name="file">CRC of the file's header.</param>
    public static void WriteBlockHeader(Span<byte> header, uint number, int length, ReadOnlySpan<byte> stored, uint file)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(header, BlockMark);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], number);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], length);
        BinaryPrimitives.WriteInt32LittleEndian(header[12..], stored.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(header[16..], Crc(stored));
        BinaryPrimitives.WriteUInt32LittleEndian(header[20..], HeaderCrc(header, file));
    }

    /// <summary>Whether these bytes are the header of a block of that file, and what it says.</summary>
    public static bool TryReadBlockHeader(ReadOnlySpan<byte> header, uint file, out uint number, out int length, out int stored, out uint crc)
    {
        number = BinaryPrimitives.ReadUInt32LittleEndian(header[4..]);
        length = BinaryPrimitives.ReadInt32LittleEndian(header[8..]);
        stored = BinaryPrimitives.ReadInt32LittleEndian(header[12..]);
        crc = BinaryPrimitives.ReadUInt32LittleEndian(header[16..]);
        return BinaryPrimitives.ReadUInt32LittleEndian(header) == BlockMark && length is > 0 and <= MaxBlockBytes && stored > 0 && stored <= length
            && BinaryPrimitives.ReadUInt32LittleEndian(header[20..]) == HeaderCrc(header, file);
    }

    /// <summary>Writes a variable-length number; how many bytes it took.</summary>
    public static int WriteVariable(Span<byte> to, ulong value)
    {
        int n = 0;
        for (; value > 127; value >>= 7) to[n++] = (byte)(value | 0x80);
        to[n++] = (byte)value;
        return n;
    }

    /// <summary>Reads a variable-length number and moves on.</summary>
    public static bool TryReadVariable(ReadOnlySpan<byte> from, ref int at, out ulong value)
    {
        value = 0;
        for (int shift = 0; shift < 7 * MaxVariableBytes && at < from.Length; shift += 7)
        {
            byte b = from[at++];
            if (shift == 63 && b > 1) return false;
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 128) return true;
        }

        return false;
    }

    public static ulong ZigZag(long value) => ((ulong)value << 1) ^ (ulong)(value >> 63);

    public static long UnZigZag(ulong value) => (long)(value >> 1) ^ -(long)(value & 1);

    private static uint HeaderCrc(ReadOnlySpan<byte> header, uint file)
    {
        Span<byte> salt = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(salt, file);
        return Crc(header[..(BlockHeaderSize - 4)], Crc(salt));
    }
}
