using System.Globalization;

namespace GaitSense.Recording.Text;

/// <summary>Reads decimal numbers from UTF-8, exactly as the nearest double, quickly where they are plain.</summary>
internal static class DecimalText
{
    private static readonly double[] PowersOfTen =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ];

    /// <summary>
    /// Parses a number; an empty field and the words nan, inf and infinity give a value that is not finite. False for any other text.
    /// A decimal comma is text: taking it for a thousands separator would change the number.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out double value)
    {
        // Up to 15 digits and a power of ten up to 15 are exact doubles, so one division rounds exactly once
        // (W. D. Clinger, "How to read floating point numbers accurately", PLDI 1990, section 4).
        long digits = 0;
        int i = 0, count = 0, point = -1;
        bool negative = utf8.Length > 0 && utf8[0] == '-';
        if (negative) i = 1;
        for (; i < utf8.Length; i++)
        {
            uint digit = (uint)(utf8[i] - '0');
            if (digit <= 9)
            {
                digits = (digits * 10) + digit;
                if (++count > 15) return TrySlow(utf8, out value);
            }
            else if (utf8[i] == '.' && point < 0)
            {
                point = i;
            }
            else
            {
                return TrySlow(utf8, out value);
            }
        }

        if (count == 0) return TrySlow(utf8, out value);
        double magnitude = point < 0 ? digits : digits / PowersOfTen[utf8.Length - point - 1];
        value = negative ? -magnitude : magnitude;
        return true;
    }

    private static bool TrySlow(ReadOnlySpan<byte> utf8, out double value)
    {
        utf8 = utf8.Trim(" \t"u8);
        value = double.NaN;
        if (utf8.IsEmpty) return true;
        if (double.TryParse(utf8, NumberStyles.Float, CultureInfo.InvariantCulture, out value)) return true;
        ReadOnlySpan<byte> word = utf8[0] is (byte)'-' or (byte)'+' ? utf8[1..] : utf8;
        value = double.NaN;
        return System.Text.Ascii.EqualsIgnoreCase(word, "nan"u8) || System.Text.Ascii.EqualsIgnoreCase(word, "inf"u8);
    }
}
