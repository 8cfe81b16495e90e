using GaitSense.Core;
using GaitSense.Training.Records;
using GaitSense.Training.TimedTests.Feet;

namespace GaitSense.Training.TimedTests;

/// <summary>A walk of two or six minutes: laps of a corridor, the sum of strides minute by minute, rests.</summary>
internal static class DistanceOutcome
{
    // More strides left out than this share, and the sum of the others is too short to be a distance.
    private const double MostLeftOut = 0.03;

    // The feet's measure of a corridor may be off by this share, or by what a turn takes, m [D].
    private const double MostOff = 0.03, TurnsM = 0.7;

    public static TrialOutcome Of(TrialOutcome outcome, TestSetting setting, TrialDraft draft, FeetRecord feet)
    {
        double go = draft.GoS!.Value, stop = draft.StopS ?? feet.KnownToS ?? go;
        Dictionary<string, double> values = new(StringComparer.Ordinal);
        List<TrialPart> parts = [];
        WalkedWay way = WalkedWay.Of(feet.Strides, go, stop);
        parts.Add(new("stride_sum", way.LengthM, "m"));
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
        if (isShort) outcome = outcome.With($"{way.LeftOut} of {way.Strides} strides could not be measured: the stride sum is too short");
        else values[TestDefinitions.StrideSum] = way.LengthM;

        double? distance = null;
        if (setting.CorridorM is { } corridor)
        {
            LapCount left = LapCount.Of(feet.StancesOf(Foot.Left), go, stop, corridor), right = LapCount.Of(feet.StancesOf(Foot.Right), go, stop, corridor);
            parts.Add(new("lengths", left.Lengths, "1"));
            if (left.Lengths != right.Lengths) outcome = outcome.With($"the left foot counts {left.Lengths} lengths of the corridor, the right foot {right.Lengths}");
            if (draft.LapsS.Count > 0 && draft.LapsS.Count != left.Lengths) outcome = outcome.With($"the button counts {draft.LapsS.Count} lengths of the corridor, the feet {left.Lengths}");
            if (left.ShortLegs + right.ShortLegs > 0) outcome = outcome.With("the person turned within the corridor");
            // The ends of a length lie a corridor apart, give or take where people turn: what is farther off is the corridor's length as it was given, or a foot's measure.
            if (left.LegM is { } l && right.LegM is { } r && Math.Abs(((l + r) / 2) - corridor) > Math.Max(MostOff * corridor, TurnsM))
                outcome = outcome.With(FormattableString.Invariant($"a length measures {(l + r) / 2:0.0} m by the feet: look at the corridor's length, and do not trust the stride sum"));
            // The rest of the last length: walked strides, by what a length of this corridor measures.
            double rest = Math.Min((left.RestM + right.RestM) / 2, corridor);
            parts.Add(new("rest_of_length", rest, "m"));
            distance = (left.Lengths * corridor) + rest;
            values[TestDefinitions.LapDistance] = distance.Value;
        }

        if (distance is null && values.TryGetValue(TestDefinitions.StrideSum, out double sum)) distance = sum;
        return outcome with { Parts = parts, Values = values, DistanceM = distance };
    }
}
