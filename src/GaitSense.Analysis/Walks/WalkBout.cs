using GaitSense.Analysis.Summary;
using GaitSense.Core;

namespace GaitSense.Analysis.Walks;

/// <summary>A stretch of walking without a pause of three seconds, with what was walked in it.</summary>
public sealed record WalkBout
{
    /// <summary>Number, from 1, as strides name it.</summary>
    public required int Number { get; init; }

    /// <summary>The foot, where the feet share no clock; null: both feet.</summary>
    public required Foot? Foot { get; init; }

    /// <summary>First terminal contact.</summary>
    public required DeviceTime Start { get; init; }

    /// <summary>Last initial contact.</summary>
    public required DeviceTime End { get; init; }

    /// <summary>Strides of both feet, valid and rejected.</summary>
    public required int Strides { get; init; }

    /// <summary>Those whose numbers may be used.</summary>
    public required int ValidStrides { get; init; }

    /// <summary>Those that are steady walking.</summary>
    public required int SteadyStrides { get; init; }

    /// <summary>Sum of the valid strides' lengths, m, mean of the feet; null without one.</summary>
    public required double? DistanceM { get; init; }

    /// <summary>Direction of most valid strides.</summary>
    public required WalkingDirection Direction { get; init; }

    /// <summary>Mean speed of the valid strides in that direction, m/s, starts, stops and turns included; null without one.</summary>
    public required double? SpeedMps { get; init; }

    /// <summary>120 over their mean stride time, steps/min.</summary>
    public required double? CadenceStepsPerMin { get; init; }

    /// <summary>Their mean length, m.</summary>
    public required double? StrideLengthM { get; init; }

    /// <summary>From start to end, s.</summary>
    public double DurationS => End.SecondsSince(Start);

    /// <summary>The bouts of a walk, by number.</summary>
    internal static IReadOnlyList<WalkBout> Of(WalkRecord walk, BoutIndex index, IReadOnlyList<StrideUse> uses)
    {
        List<int>[] strides = [.. Enumerable.Range(0, index.Count).Select(_ => new List<int>())];
        for (int i = 0; i < uses.Count; i++)
            if (index[i] is { } number) strides[number - 1].Add(i);
        GrowingList<Stride> all = walk.StridesInPlace;
        return [.. strides.Select((of, b) => Of(b, of))];

        WalkBout Of(int bout, List<int> of)
        {
            List<int> valid = [.. of.Where(i => all[i].IsValid)];
            WalkingDirection direction = valid.GroupBy(i => all[i].Direction).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key).FirstOrDefault();
            List<int> same = [.. valid.Where(i => all[i].Direction == direction)];
            double[] distances = [.. valid.Where(i => all[i].LengthM is not null).GroupBy(i => all[i].Foot).Select(f => f.Sum(i => all[i].LengthM!.Value))];
            return new WalkBout
            {
                Number = bout + 1,
                Foot = index.IsOfBothFeet ? null : all[of[0]].Foot,
                Start = index.IsOfBothFeet ? walk.Bouts[bout].Start : of.Min(i => all[i].TerminalContact),
                End = index.IsOfBothFeet ? walk.Bouts[bout].End : of.Max(i => all[i].End),
                Strides = of.Count,
                ValidStrides = valid.Count,
                SteadyStrides = of.Count(i => uses[i] == StrideUse.Steady),
                DistanceM = distances.Length > 0 ? distances.Average() : null,
                Direction = direction,
                SpeedMps = same.Average(i => all[i].SpeedMps),
                CadenceStepsPerMin = 120 / same.Average(i => all[i].StrideTimeS),
                StrideLengthM = same.Average(i => all[i].LengthM),
            };
        }
    }
}
