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
    private const double SeenS = 1.2;

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

        bool isShort = way.LeftOut > MostLeftOut * way.Strides;
        if (isShort) outcome = outcome.With($"{way.LeftOut} of {way.Strides} strides could not be measured: {SumIsShort}");
        else values[TestDefinitions.StrideSum] = way.LengthM;

        double? distance = null;
        if (setting.CorridorM is { } corridor)
        {
            LapCount left = LapCount.Of(feet.StancesOf(Foot.Left), go, stop, corridor), right = LapCount.Of(feet.StancesOf(Foot.Right), go, stop, corridor);
            int lengths = Math.Max(left.Lengths, right.Lengths);
            parts.Add(new("lengths", lengths, "1"));
            int later = Math.Max(LapCount.Of(feet.StancesOf(Foot.Left), go, stop + SeenS, corridor).Lengths, LapCount.Of(feet.StancesOf(Foot.Right), go, stop + SeenS, corridor).Lengths);
            if (later - Math.Min(left.Lengths, right.Lengths) == 1) outcome = outcome.With($"the time was over in a turn: {later - 1} lengths of the corridor and the whole of another");
            else if (left.Lengths != right.Lengths) outcome = outcome.With($"the left foot counts {left.Lengths} lengths of the corridor, the right foot {right.Lengths}");
            if (draft.LapsS.Count > 0 && draft.LapsS.Count != lengths) outcome = outcome.With($"the button counts {draft.LapsS.Count} lengths of the corridor, the feet {lengths}");
            if (left.ShortLegs + right.ShortLegs > 0) outcome = outcome.With("the person turned within the corridor");
            // The rest of the last length: walked strides, by what a length of this corridor measures.
            double rest = Math.Min(left.Lengths == right.Lengths ? (left.RestM + right.RestM) / 2 : left.Lengths > right.Lengths ? left.RestM : right.RestM, corridor);
            parts.Add(new("rest_of_length", rest, "m"));
            distance = (lengths * corridor) + rest;
            values[TestDefinitions.LapDistance] = distance.Value;
        }

        if (distance is null && values.TryGetValue(TestDefinitions.StrideSum, out double sum)) distance = sum;
        return outcome with { Parts = parts, Values = values, DistanceM = distance };
    }
}
