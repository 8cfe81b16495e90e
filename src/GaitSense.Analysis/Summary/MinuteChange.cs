using GaitSense.Analysis.Statistics;

namespace GaitSense.Analysis.Summary;

/// <summary>One quantity in the first minute, in the last, and the change.</summary>
public sealed record MinuteChange
{
    /// <summary>Values in the first minute: strides of both feet, or pairs for a symmetry.</summary>
    public required int NFirst { get; init; }

    /// <summary>Values in the last minute.</summary>
    public required int NLast { get; init; }

    /// <summary>Mean of the first minute.</summary>
    public double? First { get; init; }

    /// <summary>Mean of the last minute.</summary>
    public double? Last { get; init; }

    /// <summary>Last minus first.</summary>
    public double? Change { get; init; }

    /// <summary>Lower end of its 95 % interval: both minutes' variances, allowing for strides that depend on each other, with Welch's degrees of freedom.</summary>
    public double? Ci95Low { get; init; }

    /// <summary>Upper end of its 95 % interval.</summary>
    public double? Ci95High { get; init; }

    /// <summary>Why it is null; null when it is not.</summary>
    public string? Withheld { get; init; }

    /// <summary>Compares values in time order.</summary>
    internal static MinuteChange Of(IReadOnlyList<double> first, IReadOnlyList<double> last, int atLeast)
    {
        int least = Math.Min(first.Count, last.Count);
        if (least < atLeast) return None(first.Count, last.Count, "in a minute " + Describe.TooFew(least, atLeast));
        (double a, double freedomA) = SerialMean.VarianceOf(first);
        (double b, double freedomB) = SerialMean.VarianceOf(last);
        double change = last.Average() - first.Average(), half = Interval.T95(Interval.Welch(a, freedomA, b, freedomB)) * Math.Sqrt(a + b);
        return new MinuteChange
        {
            NFirst = first.Count,
            NLast = last.Count,
            First = first.Average(),
            Last = last.Average(),
            Change = change,
            Ci95Low = change - half,
            Ci95High = change + half,
        };
    }

    internal static MinuteChange None(int first, int last, string why) => new() { NFirst = first, NLast = last, Withheld = why };
}
