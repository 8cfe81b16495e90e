using GaitSense.Core;

namespace GaitSense.Analysis;

/// <summary>
/// Which strides are steady walking: valid, forward or backward, confident, not in a turn, and not among the first or last two strides of that
/// foot in a bout. Where no bouts are known, or the feet share no clock, an uninterrupted series of one foot's strides stands for a bout.
/// </summary>
public static class SteadyRule
{
    /// <summary>A stride that changes heading by more than this turns, degrees: 20.</summary>
    public const double TurnPerStrideDeg = 20;

    /// <summary>A stride below this confidence is left out: 0.5.</summary>
    public const double LowConfidence = 0.5;

    /// <summary>Strides left out at either end of a bout, for each foot: 2.</summary>
    public const int EdgeStrides = 2;

    private const double TurnPerStrideRad = TurnPerStrideDeg * Math.PI / 180;

    /// <summary>The use of each stride of <see cref="WalkRecord.Strides"/>, in the same order.</summary>
    public static IReadOnlyList<StrideUse> Classify(WalkRecord walk)
    {
        ArgumentNullException.ThrowIfNull(walk);
        HashSet<int> edges = FindEdges(walk);
        StrideUse[] uses = new StrideUse[walk.Strides.Count];
        for (int i = 0; i < uses.Length; i++)
        {
            Stride stride = walk.Strides[i];
            uses[i] = stride switch
            {
                { IsValid: false } => StrideUse.Rejected,
                { Direction: not (WalkingDirection.Forward or WalkingDirection.Backward) } => StrideUse.OtherDirection,
                { Confidence: < LowConfidence } => StrideUse.LowConfidence,
                _ when Turns(walk, in stride) => StrideUse.Turning,
                _ when edges.Contains(i) => StrideUse.BoutEdge,
                _ => StrideUse.Steady,
            };
        }

        return uses;
    }

    private static bool Turns(WalkRecord walk, in Stride stride)
    {
        if (stride.TurnRad is { } turn && Math.Abs(turn) > TurnPerStrideRad) return true;
        foreach (Turn t in walk.Turns)
        {
            bool mayCompare = t.Foot == stride.Foot || walk.Context.SharedClock;
            if (mayCompare && t.Start < stride.End && t.End > stride.TerminalContact) return true;
        }

        return false;
    }

    private static HashSet<int> FindEdges(WalkRecord walk)
    {
        HashSet<int> edges = [];
        bool useBouts = walk.Context.SharedClock && walk.Bouts.Count > 0;
        foreach (Foot foot in Words.Feet)
        {
            List<List<int>> series = [];
            int lastBout = -2;
            for (int i = 0; i < walk.Strides.Count; i++)
            {
                Stride stride = walk.Strides[i];
                if (stride.Foot != foot) continue;
                int bout = useBouts ? BoutOf(walk.Bouts, in stride) : -1;
                bool opens = useBouts ? bout != lastBout : stride.Start is null;
                if (opens || series.Count == 0) series.Add([]);
                series[^1].Add(i);
                lastBout = bout;
            }

            foreach (List<int> s in series)
            {
                edges.UnionWith(s.Take(EdgeStrides));
                edges.UnionWith(s.TakeLast(EdgeStrides));
            }
        }

        return edges;
    }

    private static int BoutOf(IReadOnlyList<Bout> bouts, in Stride stride)
    {
        for (int i = 0; i < bouts.Count; i++)
            if (stride.End >= bouts[i].Start && stride.TerminalContact <= bouts[i].End) return i;
        return -1;
    }
}
