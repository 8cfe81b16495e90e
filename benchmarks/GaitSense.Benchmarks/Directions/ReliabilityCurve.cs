using System.Globalization;
using GaitSense.Analysis.Accuracy;

namespace GaitSense.Benchmarks;

/// <summary>How often names are wrong, against how sure they were said to be.</summary>
internal static class ReliabilityCurve
{
    private static readonly double[] Edges = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01];

    public static void Write(Markdown text, IReadOnlyList<JudgedName> names)
    {
        text.Line();
        text.Line("## Reliability: how often a name is wrong, against how sure it was said to be");
        text.Line();
        text.Line("All strides of the tables above and of the simulated walks that were given a direction, an unknown is none. Confidence as in `strides.csv`. The interval takes walks, not strides, as what is");
        text.Line("independent: Wilson's, with as many strides as the scatter between walks leaves (at least one a walk). \"Stated\" is 1 - the mean confidence: the share of errors that the confidence admits.");
        Table("all", [.. names]);
        Table("real", [.. names.Where(n => n.Kind.StartsWith("real", StringComparison.Ordinal))]);
        Table("simulated", [.. names.Where(n => !n.Kind.StartsWith("real", StringComparison.Ordinal))]);
        JudgedName[] confident = [.. names.Where(n => n.IsNamed && DirectionScore.IsConfident(n.Confidence))];
        text.Line();
        text.Line(string.Create(CultureInfo.InvariantCulture, $"Of {confident.Length} names with a confidence of 0.9 or more, {confident.Count(n => n.IsWrong)} are wrong ({Cell.Percent((double)confident.Count(n => n.IsWrong) / Math.Max(1, confident.Length))}; asked for: 0.5 %)."));

        void Table(string which, JudgedName[] some)
        {
            text.Head($"confidence, {which}", "names", "walks", "wrong", "error rate", "95 % interval", "stated");
            for (int i = 0; i + 1 < Edges.Length; i++)
            {
                JudgedName[] bin = [.. some.Where(n => n.IsNamed && Math.Round(n.Confidence, 3) >= Edges[i] && Math.Round(n.Confidence, 3) < Edges[i + 1])];
                if (bin.Length == 0) continue;
                (double low, double high) = Interval(bin);
                int wrong = bin.Count(n => n.IsWrong);
                text.Row(
                    FormattableString.Invariant($"{Edges[i]:0.00} to {Math.Min(1, Edges[i + 1]):0.00}"), $"{bin.Length}", $"{Walks(bin).Count()}", $"{wrong}", Cell.Percent((double)wrong / bin.Length),
                    $"{Cell.Percent(low)} to {Cell.Percent(high)}", Cell.Percent(1 - bin.Average(n => n.Confidence)));
            }
        }
    }

    private static IEnumerable<IGrouping<(string, string), JudgedName>> Walks(JudgedName[] names) => names.GroupBy(n => (n.Kind, n.Walk));

    // Wilson 1927, with the effective number of a cluster sample (Kish 1965): the variance of a ratio between walks against that of independent strides.
    private static (double Low, double High) Interval(JudgedName[] names)
    {
        double n = names.Length, p = names.Count(x => x.IsWrong) / n;
        (double Wrong, double All)[] walks = [.. Walks(names).Select(w => ((double)w.Count(x => x.IsWrong), (double)w.Count()))];
        double effective = walks.Length;
        if (p is > 0 and < 1 && walks.Length > 1)
        {
            double between = walks.Sum(w => Math.Pow(w.Wrong - (p * w.All), 2)) * walks.Length / (walks.Length - 1) / (n * n);
            effective = Math.Clamp(p * (1 - p) / between, Math.Min(walks.Length, n), n);
        }

        const double Z = 1.96;
        double middle = (p + (Z * Z / (2 * effective))) / (1 + (Z * Z / effective));
        double half = Z / (1 + (Z * Z / effective)) * Math.Sqrt((p * (1 - p) / effective) + (Z * Z / (4 * effective * effective)));
        return (Math.Max(0, middle - half), Math.Min(1, middle + half));
    }
}
