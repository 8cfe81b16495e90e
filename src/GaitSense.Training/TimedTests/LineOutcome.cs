using GaitSense.Core;
using GaitSense.Training.Records;
using GaitSense.Training.TimedTests.Feet;

namespace GaitSense.Training.TimedTests;

/// <summary>A trial from line to line.</summary>
internal static class LineOutcome
{
    // A gap this long or longer near a line needs a person's eye, s.
    private const double GapS = 0.05;

    // What is near a line, s.
    private const double NearS = 0.75;

    // A crossing that is not known better than this needs a person's eye, s.
    private const double UnsureS = 0.10;

    public static TrialOutcome Of(TrialOutcome outcome, TestSetting setting, TrialDraft draft, FeetRecord feet)
    {
        Dictionary<string, double> values = new(StringComparer.Ordinal);
        if (outcome.WatchS is { } watch) values[TestDefinitions.WatchFromGo] = watch;
        outcome = outcome with { Values = values };
        if (outcome.WatchS is null && draft.StopS is not null) outcome = outcome.With("the button did not stop it");
        LineCourseLayout course = setting.HasSecondLine ? setting.Test.Layout : setting.Test.Layout with { RunOutM = null };
        double go = draft.GoS!.Value;
        if (LineCrossing.Find(feet, in course, go) is not { } crossing) return outcome.With("the feet's time is withheld: they did not show how far they came");
        double last = crossing.Candidates.Max(c => c.TimeS);
        foreach (Gap gap in feet.Gaps)
        {
            (double from, double to) = (gap.Start.Seconds, gap.End.Seconds);
            if (to - from <= GapS || to < go - NearS || from > last + NearS) continue;
            string text = FormattableString.Invariant($"samples of the {(gap.Foot == Foot.Left ? "left" : "right")} foot are missing for {to - from:0.00} s");
            // A foot whose samples are missing on the way has walked on unseen, so its way is too short.
            if (!gap.Bridged && from < last && to > crossing.LeavesS) return outcome.With($"the feet's time is withheld: {text} on the way");
            if (Math.Abs(from - crossing.LeavesS) < NearS || Math.Abs(to - crossing.LeavesS) < NearS || crossing.Candidates.Any(c => Math.Abs(from - c.TimeS) < NearS || Math.Abs(to - c.TimeS) < NearS))
                outcome = outcome.With($"{text} near a line");
        }

        IReadOnlyList<CrossingCandidate> candidates = crossing.Candidates;
        if (draft is { IsStoppedByHand: true, StopS: { } stop }) candidates = ButtonEvidence.Weigh(candidates, stop);
        if (candidates.Count > 1) outcome = outcome.With("more than one crossing is possible: a foot stood at the line");
        if (candidates[0].LatestS - candidates[0].EarliestS > 2 * UnsureS)
            outcome = outcome.With(FormattableString.Invariant($"the feet's time is known to {(candidates[0].LatestS - candidates[0].EarliestS) / 2:0.00} s only"));
        if (!crossing.IsClosed && course.RunOutM is not null) outcome = outcome.With("the feet did not stop at the second line");
        if (Astray(setting.Test.IsBackward, feet, crossing.LeavesS, candidates[0].TimeS) is { } astray) outcome = outcome.With(astray);
        values[TestDefinitions.FeetLeaveToCross] = candidates[0].TimeS - crossing.LeavesS;
        return outcome with
        {
            Feet = [.. candidates.Select(c => new FeetTime(crossing.LeavesS, c.TimeS, c.Foot, c.Share))],
            Parts = [new("reaction", crossing.LeavesS - go, "s"), new("speed", setting.Test.LengthM!.Value / (candidates[0].TimeS - crossing.LeavesS), "m/s"), new("crossings_by_the_feet", crossing.Candidates.Count, "1")],
        };
    }

    private static string? Astray(bool isBackward, FeetRecord feet, double fromS, double toS)
    {
        Stride[] strides = [.. feet.Strides.Where(s => s.TerminalContact.Seconds >= fromS && s.End.Seconds <= toS && s.Direction is WalkingDirection.Forward or WalkingDirection.Backward)];
        WalkingDirection asked = isBackward ? WalkingDirection.Backward : WalkingDirection.Forward;
        int wrong = strides.Count(s => s.Direction != asked);
        return wrong > strides.Length / 4 ? $"{wrong} of {strides.Length} strides did not go {(isBackward ? "backward" : "forward")}" : null;
    }
}
