using GaitSense.Core;
using GaitSense.Training.Records;
using GaitSense.Training.TimedTests.Feet;

namespace GaitSense.Training.TimedTests;

/// <summary>A walk of two or six minutes: laps of a corridor, the sum of strides minute by minute, rests.</summary>
internal static class DistanceOutcome
{
    // More strides left out than this share, and the sum of the others is too short to be a distance.
    private const double MostLeftOut = 0.03;

    /// <summary>The stride sum among the parts, and what is noted where it is no distance.</summary>
    internal const string SumPart = "stride_sum", SumIsShort = "the stride sum is too short";

    // A foot is seen to have turned when it stands again, s.
    private const double SeenS = 2;

    // Both feet walk equally far; where so many strides of each differ by more than this share in the middle, one of them is measured wrongly [D].
    private const int EnoughStrides = 20;
    private const double MostApart = 0.05;

    public static TrialOutcome Of(TrialOutcome outcome, TestSetting setting, TrialDraft draft, FeetRecord feet)
    {
        // A trial that is broken off at once: the samples may not have come to "go".
        double go = draft.GoS!.Value, stop = draft.StopS ?? Math.Max(go, feet.KnownToS ?? go);
        Dictionary<string, double> values = new(StringComparer.Ordinal);
        List<TrialPart> parts = [];
        WalkedWay way = WalkedWay.Of(feet.Strides, go, stop);
        parts.Add(new(SumPart, way.LengthM, "m"));
        parts.Add(new("strides_left_out", way.LeftOut, "1"));
        int minutes = (int)Math.Floor(((stop - go) / 60) + 1e-6);
        double[] minute = [.. Enumerable.Range(0, minutes).Select(m => WalkedWay.Of(feet.Strides, go + (60 * m), go + (60 * (m + 1))).LengthM)];
        for (int m = 0; m < minute.Length; m++) parts.Add(new(FormattableString.Invariant($"distance_minute_{m + 1}"), minute[m], "m"));
        // Phan-Ba et al. 2012: distance walked index, last minute against the first. Described, never judged.
        if (minute is [> 0, _, _, _, _, _]) parts.Add(new("dwi_6_1", 100 * (minute[5] - minute[0]) / minute[0], "%"));
        if (draft.Rests.Count > 0)
        {
            parts.Add(new("rests", draft.Rests.Count, "1"));
            parts.Add(new("rested", draft.Rests.Sum(r => Math.Max(0, Math.Min(r.ToS ?? stop, stop) - r.FromS)), "s"));
        }

        if (way.Replaced > 0) parts.Add(new("strides_replaced", way.Replaced, "1"));
        if (way.Replaced > MostLeftOut * way.Strides) outcome = outcome.With($"{way.Replaced} of {way.Strides} strides could not be measured and count as the other foot's beside them");
        if (Apart(feet.Strides.Where(s => s.TerminalContact.Seconds > go && s.End.Seconds < stop)) is { } apart) outcome = outcome.With(apart);
        bool isShort = way.LeftOut > MostLeftOut * way.Strides;
        if (isShort) outcome = outcome.With($"{way.LeftOut} of {way.Strides} strides could not be measured: {SumIsShort}");
        else values[TestDefinitions.StrideSum] = way.LengthM;

        double? distance = null;
        double[] restsM = [];
        if (setting.CorridorM is { } corridor)
        {
            LapCount left = Laps(Foot.Left, stop), right = Laps(Foot.Right, stop), leftLater = Laps(Foot.Left, stop + SeenS), rightLater = Laps(Foot.Right, stop + SeenS);
            int lengths = Math.Max(left.Lengths, right.Lengths), later = Math.Max(leftLater.Lengths, rightLater.Lengths);
            if (later - Math.Min(left.Lengths, right.Lengths) == 1)
            {
                (double FromS, double MiddleS, double ToS)? half = HalfTurn.Last(feet, Axis(leftLater), Axis(rightLater), go, stop + SeenS);
                lengths = half?.MiddleS <= stop ? later : later - 1;
                bool isUnsure = half is not { } turned || (turned.FromS <= stop && stop <= turned.ToS);
                // A foot that had turned back already contradicts a body that had not.
                if (isUnsure || lengths < Math.Max(left.Lengths, right.Lengths)) outcome = outcome.With($"the time was over in a turn: {later - 1} lengths of the corridor and the whole of another");
            }
            else if (left.Lengths != right.Lengths)
            {
                outcome = outcome.With($"the left foot counts {left.Lengths} lengths of the corridor, the right foot {right.Lengths}");
            }

            parts.Add(new("lengths", lengths, "1"));
            if (draft.LapsS.Count > 0 && draft.LapsS.Count != lengths) outcome = outcome.With($"the button counts {draft.LapsS.Count} lengths of the corridor, the feet {lengths}");
            if (left.ShortLegs + right.ShortLegs > 0) outcome = outcome.With("the person turned within the corridor");
            restsM = [left.RestM, right.RestM];
            // The rest of the last length: walked strides, by what a length of this corridor measures.
            double rest = Math.Min(new[] { left, right }.Where(f => f.Lengths == lengths).Select(f => f.RestM).DefaultIfEmpty(0).Average(), corridor);
            parts.Add(new("rest_of_length", rest, "m"));
            distance = (lengths * corridor) + rest;
            values[TestDefinitions.LapDistance] = distance.Value;

            LapCount Laps(Foot foot, double untilS) => LapCount.Of(feet.StancesOf(foot), go, untilS, corridor);

            double Axis(in LapCount foot) => foot.Lengths == later ? foot.AxisBeforeRad : foot.AxisRad;
        }

        foreach (string unseen in UnseenWay.Of(feet, go, stop, restsM, setting.CorridorM ?? 0)) outcome = outcome.With(unseen);
        if (distance is null && values.TryGetValue(TestDefinitions.StrideSum, out double sum)) distance = sum;
        return outcome with { Parts = parts, Values = values, DistanceM = distance };
    }

    private static string? Apart(IEnumerable<Stride> strides)
    {
        ILookup<Foot, double> straight = strides.Where(s => s is { IsValid: true, LengthM: not null } && Math.Abs(s.TurnRad ?? 0) < WalkedWay.StraightRad).ToLookup(s => s.Foot, s => s.LengthM!.Value);
        if (straight[Foot.Left].Count() < EnoughStrides || straight[Foot.Right].Count() < EnoughStrides) return null;
        double left = Middle(straight[Foot.Left]), right = Middle(straight[Foot.Right]);
        return Math.Abs(left - right) > MostApart * Math.Max(left, right)
            ? FormattableString.Invariant($"the feet do not agree on how far they went: a straight stride measures {left:0.00} m to the left foot, {right:0.00} m to the right one")
            : null;

        static double Middle(IEnumerable<double> lengths) => lengths.Order().ElementAt(lengths.Count() / 2);
    }
}
