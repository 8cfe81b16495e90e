using GaitSense.Core;

namespace GaitSense.Simulation.Plan;

/// <summary>Turns a script of segments into a sequence of steps, alternating feet, closing at every stop.</summary>
internal static class StepScript
{
    /// <summary>Pause between two manners that the script joins without a stand, s.</summary>
    private const double ChangeS = 0.6;

    /// <summary>The steps, and how long the person stands after the last one, s, and taps.</summary>
    public static (List<PlannedStep> Steps, double FinalStandS, List<FootTap> FinalTaps) Expand(IReadOnlyList<WalkSegment> script)
    {
        List<PlannedStep> steps = [];
        double? pause = 0.3;
        WalkManner? current = null;
        double given = 0, freezeS = 0;
        List<FootTap> taps = [];
        Foot next = Foot.Right;
        foreach (WalkSegment segment in script)
        {
            if (segment.FreezeS > 0)
            {
                freezeS += segment.FreezeS;
                continue;
            }

            if (segment.Manner is not { } manner)
            {
                Close();
                taps.AddRange(segment.Taps.Select(t => t with { AtS = given + t.AtS }));
                given += segment.StandS;
                continue;
            }

            if (current is { } before && before != manner)
            {
                Close();
                given += ChangeS;
            }

            if (current != manner)
            {
                pause = Math.Max(given, 0.3);
                given = 0;
                if (manner is WalkManner.Left) next = Foot.Left;
                if (manner is WalkManner.Right) next = Foot.Right;
                if (segment.FirstFoot is { } first) next = first;
            }

            for (int i = 0; i < segment.Steps; i++)
            {
                double way = manner switch
                {
                    WalkManner.Left => next == Foot.Left ? 1 : 0,
                    WalkManner.Right => next == Foot.Right ? 1 : 0,
                    WalkManner.InPlace => 0,
                    _ => 1,
                };
                int riser = manner switch { WalkManner.StairsUp => 1, WalkManner.StairsDown => -1, _ => 0 };
                steps.Add(new(next, manner, way * segment.LengthScale, segment.TurnRad / segment.Steps, riser, pause, freezeS, segment.IsAmbiguous, taps));
                pause = null;
                if (taps.Count > 0) taps = [];
                freezeS = 0;
                next = next == Foot.Left ? Foot.Right : Foot.Left;
            }

            current = manner;
        }

        Close();
        return (steps, Math.Max(given, 0.5), taps);

        void Close()
        {
            if (current is not { } manner) return;
            bool aligned = steps[^1] is { Way: 0, TurnRad: 0 };
            if (!aligned)
            {
                steps.Add(new(next, manner, 0, 0, 0, null, freezeS));
                freezeS = 0;
                next = next == Foot.Left ? Foot.Right : Foot.Left;
            }

            current = null;
        }
    }
}
