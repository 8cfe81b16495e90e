using System.Globalization;

namespace GaitSense.Recording.Text;

/// <summary>Writes numbers with a fixed count of decimals as UTF-8, without allocating. Zero never carries a minus sign.</summary>
internal static class FixedText
{
    /// <summary>Room that any number needs: 309 digits before the point, 9 after it, sign and point.</summary>
    public const int MaxBytes = 320;

    private static readonly double[] Scales = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];

    /// <summary>Writes a finite number; returns how many bytes. Ties round away from zero.</summary>
    /// <param name="value">The number.</param>
    /// <param name="decimals">0 to 9 decimals.</param>
    /// <param name="utf8">At least <see cref="MaxBytes"/>.</param>
    public static int Write(double value, int decimals, Span<byte> utf8)
    {
        double scaled = Math.Round(value * Scales[decimals], MidpointRounding.AwayFromZero);
        if (Math.Abs(scaled) < 1L << 53) return Write((long)scaled, decimals, utf8);
        bool fits = value.TryFormat(utf8, out int written, string.Create(CultureInfo.InvariantCulture, $"F{decimals}"), CultureInfo.InvariantCulture);
        System.Diagnostics.Debug.Assert(fits, "MaxBytes holds any double");
        return written;
    }

    /// <summary>Writes <paramref name="units"/> times 10 to the power of minus <paramref name="decimals"/>, exactly.</summary>
    public static int Write(long units, int decimals, Span<byte> utf8)
    {
        Span<byte> digits = stackalloc byte[20];
        ulong magnitude = units < 0 ? (ulong)-units : (ulong)units;
        magnitude.TryFormat(digits, out int count, default, CultureInfo.InvariantCulture);
        int n = 0;
        if (units < 0) utf8[n++] = (byte)'-';
        int whole = count - decimals;
        if (whole <= 0) utf8[n++] = (byte)'0';
        for (int i = 0; i < whole; i++) utf8[n++] = digits[i];
        if (decimals == 0) return n;
        utf8[n++] = (byte)'.';
        for (int i = whole; i < 0; i++) utf8[n++] = (byte)'0';
        for (int i = Math.Max(0, whole); i < count; i++) utf8[n++] = digits[i];
        return n;
    }
}
