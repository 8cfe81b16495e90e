using GaitSense.Analysis.Statistics;
using GaitSense.Analysis.Walks;

namespace GaitSense.Analysis.Summary;

/// <summary>
/// Bouts of one range of length, as they are looked at in everyday life: short ones are steps about a room, long ones are walks (Mobilise-D: 10 to 30 s, longer than
/// 10, 30 and 60 s; Kirk et al. 2024).
/// </summary>
public sealed record BoutClass
{
    /// <summary>Bouts last at least this long, s.</summary>
    public required double FromS { get; init; }

    /// <summary>Bouts are shorter than this, s; null: as long as they like.</summary>
    public required double? ToS { get; init; }

    /// <summary>How many there are.</summary>
    public required int Bouts { get; init; }

    /// <summary>How long they last together, s.</summary>
    public required double WalkingTimeS { get; init; }

    /// <summary>How far they go together, m.</summary>
    public required double DistanceM { get; init; }

    /// <summary>The bouts' mean speeds, m/s: one value a bout.</summary>
    public required Statistic SpeedMps { get; init; }

    /// <summary>90th percentile of the bouts' mean speeds, m/s: the speed the person can reach; null below 10 bouts.</summary>
    public required double? SpeedP90Mps { get; init; }

    /// <summary>The bouts' cadences, steps/min.</summary>
    public required Statistic CadenceStepsPerMin { get; init; }

    /// <summary>The bouts' mean stride lengths, m.</summary>
    public required Statistic StrideLengthM { get; init; }

    private const int PercentileBouts = 10;

    // Bouts are few: three give an interval, if a wide one.
    private const int MinBouts = 3;

    private static readonly (double From, double? To)[] Ranges = [(10, 30), (30, 60), (60, null), (10, null), (30, null)];

    /// <summary>All classes of a walk's bouts: 10 to 30, 30 to 60, from 60, from 10 and from 30 s.</summary>
    internal static IReadOnlyList<BoutClass> Of(IReadOnlyList<WalkBout> bouts) => [.. Ranges.Select(r => Of([.. bouts.Where(b => b.DurationS >= r.From && (r.To is null || b.DurationS < r.To))], r.From, r.To))];

    private static BoutClass Of(List<WalkBout> bouts, double from, double? to)
    {
        double[] speeds = [.. bouts.Select(b => b.SpeedMps).OfType<double>().Order()];
        return new BoutClass
        {
            FromS = from,
            ToS = to,
            Bouts = bouts.Count,
            WalkingTimeS = bouts.Sum(b => b.DurationS),
            DistanceM = bouts.Sum(b => b.DistanceM ?? 0),
            SpeedMps = Of(b => b.SpeedMps, "m/s"),
            SpeedP90Mps = speeds.Length >= PercentileBouts ? Percentile(speeds, 0.9) : null,
            CadenceStepsPerMin = Of(b => b.CadenceStepsPerMin, "steps/min"),
            StrideLengthM = Of(b => b.StrideLengthM, "m"),
        };

        Statistic Of(Func<WalkBout, double?> pick, string unit) => Describe.Values([.. bouts.Select(pick).OfType<double>()], unit, MinBouts);
    }

    // Between the two nearest values, as most programs do (Hyndman and Fan 1996, type 7).
    private static double Percentile(double[] sorted, double share)
    {
        double at = share * (sorted.Length - 1);
        int below = Math.Min((int)at, sorted.Length - 2);
        return sorted[below] + ((at - below) * (sorted[below + 1] - sorted[below]));
    }
}
