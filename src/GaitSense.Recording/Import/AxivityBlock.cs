using System.Buffers.Binary;
using GaitSense.Core;

namespace GaitSense.Recording.Import;

/// <summary>One data block of a CWA file (openmovement, "CWA file format", data block): 512 bytes, little-endian.</summary>
internal sealed class AxivityBlock
{
    /// <summary>Its size in bytes.</summary>
    public const int Size = 512;

    private const int FirstSample = 30, SampleBytes = 12;

    private readonly byte[] _bytes;

    private AxivityBlock(byte[] bytes) => _bytes = bytes;

    /// <summary>Its number in the recording.</summary>
    public uint Sequence => BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(10));

    /// <summary>Samples in it.</summary>
    public int Count => BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(28));

    /// <summary>The configured rate, Hz.</summary>
    public double RateHz => 3200.0 / (1 << (15 - (_bytes[24] & 0x0f)));

    /// <summary>Time of its first sample, microseconds of the sensor's own clock since 2000.</summary>
    public long StartUs { get; private init; }

    /// <summary>Reads a block; null where it is none of samples of both sensors, with the reason.</summary>
    public static AxivityBlock? Parse(ReadOnlySpan<byte> bytes, out string? why)
    {
        why = null;
        if (!bytes.StartsWith("AX"u8) || BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]) != Size - 4) why = "is no data block";
        else if (Sum(bytes) != 0) why = "has a wrong checksum";
        else if (bytes[25] != 0x62) why = FormattableString.Invariant($"holds {bytes[25] >> 4} axes in packing {bytes[25] & 0x0f}, not 6 of 16 bits");
        else if (BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]) > (Size - 2 - FirstSample) / SampleBytes) why = "counts more samples than fit";
        if (why is not null) return null;
        var block = new AxivityBlock(bytes.ToArray()) { StartUs = 0 };
        if (block.Start() is { } start) return new AxivityBlock(block._bytes) { StartUs = start };
        why = "has no valid time";
        return null;
    }

    /// <summary>A sample, SI units, without its time.</summary>
    public ImuSample Sample(int index)
    {
        // AAAGGGLLLLLLLLLL: one count of acceleration is 1/2^(8+A) g, full scale of the gyroscope 8000/2^G deg/s in 16 bits.
        int scales = BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(18));
        double accel = ImportUnits.GravityMps2 / (1 << (8 + (scales >> 13)));
        double gyro = ImportUnits.DegreeRadPerS * 8000 / (1 << ((scales >> 10) & 7)) / 32768;
        ReadOnlySpan<byte> at = _bytes.AsSpan(FirstSample + (index * SampleBytes));
        return new ImuSample(default, Vector(at[6..], accel), Vector(at, gyro));
    }

    private static Vector3D Vector(ReadOnlySpan<byte> at, double scale) => new(
        BinaryPrimitives.ReadInt16LittleEndian(at) * scale, BinaryPrimitives.ReadInt16LittleEndian(at[2..]) * scale, BinaryPrimitives.ReadInt16LittleEndian(at[4..]) * scale);

    private static ushort Sum(ReadOnlySpan<byte> bytes)
    {
        int sum = 0;
        for (int i = 0; i < Size; i += 2) sum += BinaryPrimitives.ReadUInt16LittleEndian(bytes[i..]);
        return (ushort)sum;
    }

    private long? Start()
    {
        uint packed = BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(14));
        int month = (int)(packed >> 22) & 0xf, day = (int)(packed >> 17) & 0x1f, hour = (int)(packed >> 12) & 0x1f, minute = (int)(packed >> 6) & 0x3f, second = (int)packed & 0x3f;
        int year = 2000 + (int)(packed >> 26);
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59) return null;
        double us = (new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc) - new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc)).TotalMicroseconds;
        double offset = BinaryPrimitives.ReadInt16LittleEndian(_bytes.AsSpan(26));
        int fraction = BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(4));
        if ((fraction & 0x8000) != 0)
        {
            // The fraction of the second is known: the writer had moved the offset back by as many whole samples, for old readers; undo that.
            int parts = (fraction & 0x7fff) << 1;
            us += parts * 1e6 / 65536;
            offset += ((long)parts * (long)RateHz) >> 16;
        }

        return (long)Math.Round(us - (offset * 1e6 / RateHz));
    }
}
