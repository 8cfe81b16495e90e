using System.Buffers.Binary;

namespace GaitSense.Recording.Tests;

/// <summary>Changes files at random: bits, bytes, words, numbers, lines, cuts, copies, packing.</summary>
internal sealed class FuzzMutator(Random random)
{
    private static readonly byte[][] Words =
    [
        .. new[]
        {
            "n/a", "NaN", "inf", "-", "", "1e999", "-1e-999", "99999999999999999999", "0.1.2", "1,5", "\"", "\"\"", "\r", "\r\n", "\n\n", "\t", ";", "\0", "\uFEFF", "é", "{", "}", "[", "null", "true",
            "\"rate_hz\": -1", "4294967295", "4294967296", "-9223372036854775808", "1.7976931348623157E+308", "left", "right", "acc_x", "Gyr_X", "SampleTimeFine", "PacketCounter", "LATENCY", "ACCEL", "deg/s", "sep=,",
        }.Select(Csv.Bytes),
        [0x1f, 0x8b],
        [0xff, 0xff],
        [0xff, 0xff, 0xff, 0x7f],
    ];

    /// <summary>A changed copy.</summary>
    public byte[] Mutate(byte[] seed, Action<byte[]>? repair)
    {
        var bytes = new List<byte>(seed);
        for (int edits = 1 + random.Next(1 + random.Next(5)); edits > 0 && bytes.Count > 0; edits--) Edit(bytes);
        byte[] changed = [.. bytes];
        if (repair is not null && random.Next(2) == 0) repair(changed);
        if (random.Next(40) == 0) return Packed(changed);
        return changed;
    }

    private void Edit(List<byte> bytes)
    {
        int at = random.Next(bytes.Count);
        switch (random.Next(10))
        {
            case 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
            case 1: bytes[at] = (byte)random.Next(256); break;
            case 2: bytes.InsertRange(at, Words[random.Next(Words.Length)]); break;
            case 3: Replace(bytes, at, Words[random.Next(Words.Length)]); break;
            case 4: bytes.RemoveRange(at, random.Next(Math.Min(40, bytes.Count - at)) + 1); break;
            case 5 when random.Next(4) == 0: bytes.RemoveRange(at, bytes.Count - at); break;
            case 6: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(200), bytes.Count - at))); break;
            case 7: // a line, or a block, somewhere else
                int length = Math.Min(random.Next(2) == 0 ? 512 : 60, bytes.Count - at);
                List<byte> part = bytes.GetRange(at, length);
                bytes.RemoveRange(at, length);
                bytes.InsertRange(random.Next(bytes.Count + 1), part);
                break;
            case 8 when at + 4 <= bytes.Count: // a binary number
                Span<byte> word = stackalloc byte[4];
                BinaryPrimitives.WriteInt32LittleEndian(word, random.Next(4) switch { 0 => -1, 1 => int.MaxValue, 2 => 0, _ => random.Next() });
                for (int i = 0; i < (random.Next(2) == 0 ? 2 : 4); i++) bytes[at + i] = word[i];
                break;
            default: // a digit
                int digit = bytes.FindIndex(at, b => b is >= (byte)'0' and <= (byte)'9');
                if (digit >= 0) bytes[digit] = (byte)('0' + random.Next(10));
                break;
        }
    }

    // What stands between two separators becomes the word.
    private static void Replace(List<byte> bytes, int at, byte[] word)
    {
        int start = at, end = at;
        while (start > 0 && !IsSeparator(bytes[start - 1])) start--;
        while (end < bytes.Count && !IsSeparator(bytes[end])) end++;
        bytes.RemoveRange(start, end - start);
        bytes.InsertRange(start, word);
    }

    private static bool IsSeparator(byte b) => b is (byte)',' or (byte)';' or (byte)'\t' or (byte)'\n';

    private byte[] Packed(byte[] bytes)
    {
        byte[] packed = Csv.Gzip(bytes);
        if (random.Next(2) == 0) packed[random.Next(packed.Length)] = (byte)random.Next(256);
        return random.Next(3) == 0 ? packed[..random.Next(packed.Length)] : packed;
    }
}
