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

    // Knock and heel's touch are the same instant within so much, s [D].
    private const double ContradictsS = 0.08;

    // A landing that is no longer than this before the foot is at rest is the rest itself, s.
    private const double AtRestS = 0.03;

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
        for (int i = 0; i < strides.Length; i++) strides[i] = strides[i] with { End = DeviceTime.FromSeconds(Lands(feet, in strides[i])) };
        int first = Array.FindIndex(strides, s => s.Direction == WalkingDirection.Forward && s.LengthM >= FirstStepM);
        IReadOnlyList<FeetTurn> turns = FeetTurn.Find(strides.AsSpan(Math.Max(first, 0)), 100 * Math.PI / 180);
        if (first < 0 || turns.Count < 2) return outcome.With("the feet showed no way out, turn, way back and turn");
        if (turns.Count > 2) outcome = outcome.With($"the feet turned {turns.Count} times");
        foreach (Gap gap in feet.Gaps)
            if (gap.End.SecondsSince(gap.Start) > 0.05 && gap.End.Seconds > go && gap.Start.Seconds < stop)
                outcome = outcome.With(FormattableString.Invariant($"samples of the {(gap.Foot == Foot.Left ? "left" : "right")} foot are missing for {gap.End.SecondsSince(gap.Start):0.00} s"));
        double leaves = strides[first].TerminalContact.Seconds, lands = strides.Max(s => s.End).Seconds;
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

    // Where the heel's touch and the landing that was found contradict each other, it is the heel's. A foot that did not land on its heel: a landing that was found only as the foot came to rest
    // was softer than a knock; the foot touched a little before it was level. After a small step that seems to land before the foot has come to rest, the truth lies between.
    private static double Lands(FeetRecord feet, in Stride stride)
    {
        double lands = stride.End.Seconds;
        FootTrace foot = feet.Of(stride.Foot);
        PutDown? down = PutDown.After(foot.Points, stride.TerminalContact.Seconds);
        if (down is { HeelS: { } heel }) return Math.Abs(heel - lands) > ContradictsS ? heel : lands;
        if (down is { } flat && flat.LevelS < flat.RestS && lands > flat.RestS - AtRestS) return flat.LevelS - (RollsFlatS / 2);
        if (stride.LengthM >= SmallStepM || foot.StopsAfterS(lands - RollsFlatS) is not { } stops || stops - lands > PutDownS) return lands;
        return stops - lands < RollsFlatS / 2 ? lands - RollsFlatS : (lands + stops) / 2;
    }
}
