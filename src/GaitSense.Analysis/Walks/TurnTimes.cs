using GaitSense.Core;

namespace GaitSense.Analysis.Walks;

/// <summary>When a foot, or either foot where they share a clock, is in a turn.</summary>
internal sealed class TurnTimes
{
    private readonly List<(DeviceTime Start, DeviceTime End)>[] _spans = [[], []];

    public TurnTimes(WalkRecord walk)
    {
        foreach (Foot foot in BothFeet.InOrder)
        {
            List<(DeviceTime Start, DeviceTime End)> spans = _spans[(int)foot];
            foreach (Turn turn in walk.Turns.Where(t => t.Foot == foot || walk.Context.SharedClock).OrderBy(t => t.Start))
            {
                if (spans.Count > 0 && turn.Start <= spans[^1].End) spans[^1] = (spans[^1].Start, turn.End > spans[^1].End ? turn.End : spans[^1].End);
                else spans.Add((turn.Start, turn.End));
            }
        }
    }

    /// <summary>Whether a stride's swing overlaps a turn.</summary>
    public bool Overlap(in Stride stride)
    {
        List<(DeviceTime Start, DeviceTime End)> spans = _spans[(int)stride.Foot];
        int low = 0, high = spans.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (spans[middle].End > stride.TerminalContact) high = middle;
            else low = middle + 1;
        }

        return low < spans.Count && spans[low].Start < stride.End;
    }
}
