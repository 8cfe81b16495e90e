using GaitSense.Core;

namespace GaitSense.Analysis.Walks;

/// <summary>
/// A turn of the walker. Both feet see it, half a stride apart: where they share a clock their reports are one turn; else each foot has its own.
/// </summary>
/// <param name="Foot">The foot on whose clock it is; null: both feet, which share one.</param>
/// <param name="Start">The first release of a foot into a turning swing.</param>
/// <param name="End">The last landing of a turning swing.</param>
/// <param name="AngleRad">Change of heading, rad, left positive: the mean of the feet that saw it.</param>
/// <param name="PeakRateRadPerS">Greatest change of heading of one stride over its stride time, rad/s, without a sign; mean of the feet. Null where no stride time is known.</param>
/// <param name="Steps">Landings from the start to the end.</param>
public sealed record WalkTurn(Foot? Foot, DeviceTime Start, DeviceTime End, double AngleRad, double? PeakRateRadPerS, int Steps)
{
    // About half a turn in one stride may have gone either way round, rad.
    private const double EitherWayRad = 150 * Math.PI / 180;

    /// <summary>From its start to its end, s.</summary>
    public double DurationS => End.SecondsSince(Start);

    /// <summary>The turns of a walk, in time order; without a shared clock those of the left foot first.</summary>
    internal static IReadOnlyList<WalkTurn> Of(WalkRecord walk)
    {
        ArgumentNullException.ThrowIfNull(walk);
        GrowingList<Stride> all = walk.StridesInPlace;
        int[][] feet = [.. BothFeet.InOrder.Select(f => Enumerable.Range(0, all.Count).Where(i => all[i].Foot == f && all[i].TurnRad is not null).OrderBy(i => all[i].End).ToArray())];
        List<WalkTurn> turns = [];
        if (walk.Context.SharedClock)
        {
            foreach (List<Turn> seen in Together(SameWayRound(walk.Turns).OrderBy(t => t.Start).ThenBy(t => t.Foot))) turns.Add(Join(null, seen, all, feet, walk));
            return turns;
        }

        foreach (Turn turn in walk.Turns.OrderBy(t => t.Foot).ThenBy(t => t.Start)) turns.Add(Join(turn.Foot, [turn], all, feet, walk));
        return turns;
    }

    // A foot that turns by half a turn in one stride does not know which way round; the other foot does.
    private static IEnumerable<Turn> SameWayRound(IReadOnlyList<Turn> turns) => turns.Select(t =>
        Math.Abs(t.AngleRad) > EitherWayRad && turns.Any(o => o.Foot != t.Foot && o.Start < t.End && t.Start < o.End && o.AngleRad * t.AngleRad < 0 && FromHalf(o) > FromHalf(t))
            ? t with { AngleRad = t.AngleRad - (2 * Math.PI * Math.Sign(t.AngleRad)) }
            : t);

    private static double FromHalf(in Turn turn) => Math.Abs(Math.Abs(turn.AngleRad) - Math.PI);

    // Reports of one turn overlap, from mid-stance to mid-stance, and go the same way.
    private static List<List<Turn>> Together(IEnumerable<Turn> turns)
    {
        List<List<Turn>> all = [];
        foreach (Turn turn in turns)
        {
            List<Turn>? same = all.LastOrDefault(a => Math.Sign(a[0].AngleRad) == Math.Sign(turn.AngleRad));
            if (same is not null && turn.Start < same.Max(t => t.End)) same.Add(turn);
            else all.Add([turn]);
        }

        return all;
    }

    private static WalkTurn Join(Foot? foot, List<Turn> seen, GrowingList<Stride> all, int[][] feet, WalkRecord walk)
    {
        DeviceTime start = seen.Min(t => t.Start), end = seen.Max(t => t.End);
        List<int> turning = [.. seen.SelectMany(t => feet[(int)t.Foot].Where(i => all[i].TerminalContact >= t.Start && all[i].End <= t.End))];
        if (turning.Count > 0) (start, end) = (turning.Min(i => all[i].TerminalContact), turning.Max(i => all[i].End));
        int steps = walk.Steps.Count > 0 ? walk.Steps.Count(s => s.Time > start && s.Time <= end) : turning.Count;
        double[] peaks = [.. turning.GroupBy(i => all[i].Foot).Select(f => f.Max(i => RateOf(in all[i]))).Where(r => r > 0)];
        return new WalkTurn(foot, start, end, seen.GroupBy(t => t.Foot).Average(f => f.Sum(t => t.AngleRad)), peaks.Length > 0 ? peaks.Average() : null, steps);
    }

    // Over the stride time: a mid-stance instant may lie anywhere in a stance. A first stride has none.
    private static double RateOf(in Stride s) => s is { TurnRad: { } turn, StrideTimeS: > 0 and { } time } ? Math.Abs(turn) / time : 0;
}
