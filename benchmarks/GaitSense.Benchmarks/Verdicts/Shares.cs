using System.Globalization;

namespace GaitSense.Benchmarks;

/// <summary>Shares of people with their uncertainty.</summary>
internal static class Shares
{
    private const double Normal95 = 1.96;

    /// <summary>The largest share of unchanged people that is asked for.</summary>
    public const double Asked = 0.05;

    /// <summary>A share and its 95 % interval (Wilson), in words; bold beyond what is asked for.</summary>
    public static (string Share, string Interval) Of(int called, int people)
    {
        double p = (double)called / people;
        (double low, double high) = Interval(called, people);
        return (F($"{(p > Asked ? "**" : "")}{100 * p:0.0} %{(p > Asked ? "**" : "")}"), F($"{100 * low:0.0} to {100 * high:0.0} %"));
    }

    /// <summary>The 95 % interval of a share (Wilson).</summary>
    public static (double Low, double High) Interval(int called, int people)
    {
        double p = (double)called / people, z = Normal95, n = people, middle = (p + (z * z / (2 * n))) / (1 + (z * z / n)), half = z / (1 + (z * z / n)) * Math.Sqrt((p * (1 - p) / n) + (z * z / (4 * n * n)));
        return (Math.Max(0, middle - half), middle + half);
    }

    private static string F(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
