using GaitSense.Analysis.Walks;
using GaitSense.Core;

namespace GaitSense.Analysis.Summary;

/// <summary>
/// Which strides are steady walking, the one definition of the strides that count: valid, forward or backward, confident, not in a turn, and not among the first or
/// last two strides of that foot in a bout, before or after a pause, or before or after a change between forward and backward. Walking settles within about two
/// strides of a start (a policy of this project; frail people reach their speed within about 2.5 m, Lindemann et al. 2008).
/// </summary>
public static class SteadyRule
{
    /// <summary>A stride that changes heading by more than this turns, degrees: 20.</summary>
    public const double TurnPerStrideDeg = SteadyStride.TurnPerStrideDeg;

    /// <summary>A stride below this confidence is left out: 0.5.</summary>
    public const double LowConfidence = SteadyStride.LowConfidence;

    /// <summary>Strides left out at either end of an uninterrupted series of one direction, for each foot: 2.</summary>
    public const int EdgeStrides = 2;

    /// <summary>The use of each stride of <see cref="WalkRecord.Strides"/>, in the same order.</summary>
    public static IReadOnlyList<StrideUse> Classify(WalkRecord walk)
    {
        ArgumentNullException.ThrowIfNull(walk);
        return Classify(walk, BoutIndex.Of(walk));
    }

    internal static IReadOnlyList<StrideUse> Classify(WalkRecord walk, BoutIndex bouts)
    {
        StrideUse?[] edges = new StrideUse?[walk.Strides.Count];
        foreach (IReadOnlyList<int> series in bouts.Series) MarkEdges(walk.Strides, series, edges);
        TurnTimes turns = new(walk);
        StrideUse[] uses = new StrideUse[edges.Length];
        for (int i = 0; i < uses.Length; i++)
        {
            Stride stride = walk.Strides[i];
            uses[i] = stride switch
            {
                { IsValid: false } => StrideUse.Rejected,
                { Direction: not (WalkingDirection.Forward or WalkingDirection.Backward) } => StrideUse.OtherDirection,
                { Confidence: < LowConfidence } => StrideUse.LowConfidence,
                _ when SteadyStride.IsTurning(in stride) || turns.Overlap(in stride) => StrideUse.Turn,
                _ => edges[i] ?? StrideUse.Steady,
            };
        }

        return uses;
    }

    // Where a reason is given already it stays: a bout's ends before what happens within it.
    private static void MarkEdges(IReadOnlyList<Stride> strides, IReadOnlyList<int> series, StrideUse?[] edges)
    {
        Mark(0, EdgeStrides, StrideUse.Start);
        Mark(series.Count - EdgeStrides, series.Count, StrideUse.End);
        WalkingDirection last = WalkingDirection.Unknown;
        List<int> changes = [];
        for (int i = 0; i < series.Count; i++)
        {
            Stride stride = strides[series[i]];
            if (i > 0 && stride.Start is null) Mark(i - EdgeStrides, i + EdgeStrides, StrideUse.Pause);
            if (!SteadyStride.IsWalking(in stride)) continue;
            if (last != WalkingDirection.Unknown && stride.Direction != last) changes.Add(i);
            last = stride.Direction;
        }

        foreach (int i in changes) Mark(i - EdgeStrides, i + EdgeStrides, StrideUse.DirectionChange);

        void Mark(int from, int to, StrideUse reason)
        {
            for (int i = Math.Max(0, from); i < Math.Min(series.Count, to); i++) edges[series[i]] ??= reason;
        }
    }
}
