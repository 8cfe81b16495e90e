using GaitSense.Analysis.Statistics;
using GaitSense.Analysis.Summary;
using GaitSense.Core;

namespace GaitSense.Benchmarks;

/// <summary>Counts how often 95 % intervals hold the walker's true value.</summary>
internal sealed class CoverageTally
{
    private readonly SortedDictionary<(string Kind, string Quantity, string Walker), (int Held, int All)> _walkers = [];
    private readonly SortedDictionary<(string Kind, string Quantity), (int Held, int Below, int Above, int Withheld)> _counts = [];
    private readonly Lock _lock = new();

    /// <summary>Kind and quantity, and how many intervals held the truth, lay below it, lay above it, and were not stated.</summary>
    public IReadOnlyDictionary<(string Kind, string Quantity), (int Held, int Below, int Above, int Withheld)> Counts => _counts;

    /// <summary>Share of the stated intervals that held the truth.</summary>
    public double Of(string kind, string quantity) =>
        _counts.TryGetValue((kind, quantity), out (int Held, int Below, int Above, int Withheld) c) ? (double)c.Held / (c.Held + c.Below + c.Above) : double.NaN;

    /// <summary>The same of one walker's.</summary>
    public double Of(string kind, string quantity, string walker) =>
        _walkers.TryGetValue((kind, quantity, walker), out (int Held, int All) c) ? (double)c.Held / c.All : double.NaN;

    public void Add(StudiedWalker walker, WalkSummary summary)
    {
        StrideGroup group = summary.Statistics.SteadyForward;
        lock (_lock)
        {
            foreach (StudiedQuantity q in StudiedQuantity.All)
            {
                SymmetryIndex symmetry = q.Symmetry(group.Symmetry);
                Count(walker.Name, "ln ratio", q.Name, walker.LnRatioPercentOf(q), symmetry.LnRatioCi95Low, symmetry.LnRatioCi95High);
                foreach (Foot foot in (Foot[])[Foot.Left, Foot.Right])
                {
                    Statistic s = q.Of(foot == Foot.Left ? group.Left : group.Right);
                    double mean = walker.MeanOf(q, foot), sd = walker.SdOf(q, foot);
                    Count(walker.Name, "mean", q.Name, mean, s.Ci95Low, s.Ci95High);
                    Count(walker.Name, "SD", q.Name, sd, s.Variability?.SdCi95Low, s.Variability?.SdCi95High);
                    Count(walker.Name, "CV", q.Name, 100 * sd / mean, s.Variability?.CvCi95Low, s.Variability?.CvCi95High);
                }
            }
        }
    }

    private void Count(string walker, string kind, string quantity, double truth, double? low, double? high)
    {
        (int held, int below, int above, int withheld) = _counts.GetValueOrDefault((kind, quantity));
        _counts[(kind, quantity)] = low is not { } l || high is not { } h ? (held, below, above, withheld + 1)
            : h < truth ? (held, below + 1, above, withheld)
            : l > truth ? (held, below, above + 1, withheld)
            : (held + 1, below, above, withheld);
        if (low is null || high is null) return;
        (int walkerHeld, int all) = _walkers.GetValueOrDefault((kind, quantity, walker));
        _walkers[(kind, quantity, walker)] = (low <= truth && truth <= high ? walkerHeld + 1 : walkerHeld, all + 1);
    }
}
