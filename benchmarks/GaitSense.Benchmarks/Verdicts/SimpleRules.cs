using GaitSense.Analysis.Statistics;
using GaitSense.Training.Verdicts;

namespace GaitSense.Benchmarks;

/// <summary>Rules that are simpler than the project's, to see what each part of it buys.</summary>
internal static class SimpleRules
{
    /// <summary>1.96 root 2 of the SD of so many first visits, and one visit beyond is a change.</summary>
    public static bool RepeatabilityCoefficient(Series s, int first)
    {
        Baseline b = Of(s, first);
        return s.Values.Skip(first).Any(v => Math.Abs(v.Value - b.Mean) > 2.772 * b.Sd);
    }

    /// <summary>The prediction interval of the first visits or the published limit, whichever is wider; one visit beyond is a change, or two in a row on one side.</summary>
    public static bool Prediction(Series s, int first, int inARow)
    {
        Baseline b = Of(s, first);
        double own = RepeatedLooks.StudentPoint(first - 1, 0.975) * b.Sd * Math.Sqrt(1 + (1.0 / first));
        IReadOnlyList<ChangeLimit> published = LimitTable.BuiltIn.For(s.Key, LimitSays.Changed);
        double up = published.Select(p => p.UpFrom(b.Mean) ?? 0).Append(own).Max(), down = published.Select(p => p.DownFrom(b.Mean) ?? 0).Append(own).Max();
        int run = 0, last = 0;
        foreach (VisitValue v in s.Values.Skip(first))
        {
            int side = v.Value - b.Mean > up ? 1 : v.Value - b.Mean < -down ? -1 : 0;
            run = side == 0 ? 0 : side == last ? run + 1 : 1;
            last = side;
            if (run >= inARow) return true;
        }

        return false;
    }

    private static Baseline Of(Series s, int first)
    {
        double mean = s.Values.Take(first).Average(v => v.Value);
        return new Baseline { N = first, Mean = mean, Sd = Math.Sqrt(s.Values.Take(first).Sum(v => (v.Value - mean) * (v.Value - mean)) / (first - 1)), From = s.Values[0].Day, To = s.Values[first - 1].Day };
    }
}
