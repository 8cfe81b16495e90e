using GaitSense.Core;
using GaitSense.Training.Records;
using GaitSense.Training.TimedTests.Feet;

namespace GaitSense.Training.TimedTests;

/// <summary>
/// The Timed Up and Go. Rising and sitting do not move the feet, so the button is its result; the feet say what happened between. A foot drawn back under the chair is no step.
/// </summary>
internal static class ChairOutcome
{
    // A first step goes at least this far, m [D].
    private const double FirstStepM = 0.15;

    // A step so small is put down without a knock, m; it takes at most so long from where a landing may seem to be, s [D].
    private const double SmallStepM = 0.3, PutDownS = 0.5, RollsFlatS = 0.1;

    public static TrialOutcome Of(TrialOutcome outcome, TrialDraft draft, FeetRecord feet)
    {
        Dictionary<string, double> values = new(StringComparer.Ordinal);
        if (outcome.WatchS is { } watch) values[TestDefinitions.WatchFromGo] = watch;
        else if (draft.StopS is not null) outcome = outcome.With("the button did not stop it");
        outcome = outcome with { Values = values };
        double go = draft.GoS!.Value, stop = draft.StopS ?? double.PositiveInfinity;
        Stride[] strides = [.. feet.Strides.Where(s => s.TerminalContact.Seconds > go && s.End.Seconds < stop + 0.3).OrderBy(s => s.TerminalContact)];
        int first = Array.FindIndex(strides, s => s.Direction == WalkingDirection.Forward && s.LengthM >= FirstStepM);
        IReadOnlyList<FeetTurn> turns = FeetTurn.Find(strides.AsSpan(Math.Max(first, 0)), 100 * Math.PI / 180);
        if (first < 0 || turns.Count < 2) return outcome.With("the feet showed no way out, turn, way back and turn");
        if (turns.Count > 2) outcome = outcome.With($"the feet turned {turns.Count} times");
        foreach (Gap gap in feet.Gaps)
            if (gap.End.SecondsSince(gap.Start) > 0.05 && gap.End.Seconds > go && gap.Start.Seconds < stop)
                outcome = outcome.With(FormattableString.Invariant($"samples of the {(gap.Foot == Foot.Left ? "left" : "right")} foot are missing for {gap.End.SecondsSince(gap.Start):0.00} s"));
        double leaves = strides[first].TerminalContact.Seconds, lands = Lands(feet, strides.MaxBy(s => s.End));
        (FeetTurn out_, FeetTurn back) = (turns[0], turns[^1]);
        List<TrialPart> parts =
        [
            new("first_step", leaves - go, "s"),
            new("way_out", out_.FromS - leaves, "s"),
            new("turn", out_.ToS - out_.FromS, "s"),
            new("way_back", back.FromS - out_.ToS, "s"),
            new("last_step", lands - back.FromS, "s"),
        ];
        if (draft.StopS is { } s) parts.Add(new("sit", s - lands, "s"));
        return outcome with { Parts = parts };
    }

    // A small step before the chair is put down without a knock. Where it seems to land before the foot has come to rest, the truth lies between; where it seems to land as the foot comes to
    // rest, it has touched a little before: a foot rolls flat in no less.
    private static double Lands(FeetRecord feet, in Stride last)
    {
        double lands = last.End.Seconds;
        if (last.LengthM >= SmallStepM || feet.Of(last.Foot).StopsAfterS(lands - RollsFlatS) is not { } stops || stops - lands > PutDownS) return lands;
        return stops - lands < RollsFlatS / 2 ? lands - RollsFlatS : (lands + stops) / 2;
    }
}
