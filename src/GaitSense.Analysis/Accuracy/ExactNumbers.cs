using System.Globalization;
using System.Numerics;

namespace GaitSense.Analysis.Accuracy;

/// <summary>
/// Means, spreads and decimal rounding without any intermediate rounding, so that results do not depend on the order of values nor on the
/// machine, and agree with Python's <c>math.fsum</c>, <c>statistics.pstdev</c> and <c>round</c> to the last digit. Finite, ordinary magnitudes.
/// </summary>
internal static class ExactNumbers
{
    /// <summary>Mean: the exact sum, rounded once, over the count.</summary>
    public static double Mean(IReadOnlyList<double> values)
    {
        (BigInteger[] scaled, int exponent) = Scale(values);
        return ToDouble(Sum(scaled), BigInteger.One, exponent) / values.Count;
    }

    /// <summary>Standard deviation of a population (n), correctly rounded.</summary>
    public static double PopulationSd(IReadOnlyList<double> values)
    {
        (BigInteger[] scaled, int exponent) = Scale(values);
        BigInteger n = values.Count, sum = Sum(scaled), squares = BigInteger.Zero;
        foreach (BigInteger v in scaled) squares += v * v;
        // Variance = (n sum(v²) - sum(v)²) / n², in units of 2^(2 exponent).
        BigInteger numerator = (n * squares) - (sum * sum);
        if (numerator.IsZero) return 0;
        const int Extra = 128;
        BigInteger widened = numerator << (2 * Extra);
        BigInteger root = SquareRoot(widened);
        if (root * root != widened) root |= BigInteger.One;    // sticky: the discarded part is not zero
        return ToDouble(root, n, exponent - Extra);
    }

    /// <summary>Rounded to decimals by the exact binary value; exact ties go to the even digit.</summary>
    public static double Round(double value, int decimals)
    {
        if (value == 0 || !double.IsFinite(value)) return value;
        (BigInteger mantissa, int exponent) = Parts(value);
        BigInteger power = BigInteger.Pow(10, decimals), numerator = BigInteger.Abs(mantissa) * power, denominator = BigInteger.One;
        if (exponent >= 0) numerator <<= exponent;
        else denominator <<= -exponent;
        BigInteger quotient = BigInteger.DivRem(numerator, denominator, out BigInteger rest);
        int half = (rest * 2).CompareTo(denominator);
        if (half > 0 || (half == 0 && !quotient.IsEven)) quotient++;
        double magnitude = quotient.IsZero ? 0 : ToDouble(quotient, power, 0);
        return value < 0 ? -magnitude : magnitude;
    }

    /// <summary>Nearest rank without interpolation: index round-half-even(q (n - 1)) of the sorted values; null for none.</summary>
    public static double? Percentile(IEnumerable<double> values, double q)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? null : sorted[Math.Min(sorted.Length - 1, (int)Math.Round(q * (sorted.Length - 1), MidpointRounding.ToEven))];
    }

    /// <summary>Middle value, or the mean of the two middle ones.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        int half = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /// <summary>Shortest text that reads back as the same number, always with a decimal point, as Python writes it.</summary>
    public static string Text(double value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) || text.Contains('E', StringComparison.Ordinal) ? text : text + ".0";
    }

    private static BigInteger Sum(BigInteger[] values)
    {
        BigInteger sum = BigInteger.Zero;
        foreach (BigInteger v in values) sum += v;
        return sum;
    }

    private static (BigInteger[] Scaled, int Exponent) Scale(IReadOnlyList<double> values)
    {
        (BigInteger Mantissa, int Exponent)[] parts = [.. values.Select(Parts)];
        int smallest = parts.Where(p => !p.Mantissa.IsZero).Select(p => p.Exponent).DefaultIfEmpty(0).Min();
        return ([.. parts.Select(p => p.Mantissa.IsZero ? BigInteger.Zero : p.Mantissa << (p.Exponent - smallest))], smallest);
    }

    private static (BigInteger Mantissa, int Exponent) Parts(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int biased = (int)((bits >> 52) & 0x7FF);
        long fraction = bits & 0xF_FFFF_FFFF_FFFF;
        long mantissa = biased == 0 ? fraction : fraction | (1L << 52);
        return (bits < 0 ? -mantissa : mantissa, Math.Max(biased, 1) - 1075);
    }

    private static BigInteger SquareRoot(BigInteger n)
    {
        BigInteger guess = BigInteger.One << (int)((n.GetBitLength() + 1) / 2);    // not below the root: Newton falls to it
        while (true)
        {
            BigInteger next = (guess + (n / guess)) >> 1;
            if (next >= guess) return guess;
            guess = next;
        }
    }

    /// <summary>numerator / denominator × 2^exponent, correctly rounded (half to even).</summary>
    private static double ToDouble(BigInteger numerator, BigInteger denominator, int exponent)
    {
        if (numerator.IsZero) return 0;
        bool negative = numerator.Sign < 0;
        numerator = BigInteger.Abs(numerator);
        int shift = (int)(66 - numerator.GetBitLength() + denominator.GetBitLength());
        if (shift > 0) numerator <<= shift;
        else denominator <<= -shift;
        BigInteger quotient = BigInteger.DivRem(numerator, denominator, out BigInteger rest);
        if (!rest.IsZero) quotient |= BigInteger.One;
        int excess = (int)quotient.GetBitLength() - 53;
        BigInteger mantissa = quotient >> excess, cut = quotient - (mantissa << excess), half = BigInteger.One << (excess - 1);
        if (cut > half || (cut == half && !mantissa.IsEven)) mantissa++;
        double magnitude = Math.ScaleB((double)(ulong)mantissa, excess - shift + exponent);
        return negative ? -magnitude : magnitude;
    }
}
