using GaitSense.Core;

namespace GaitSense.Analysis.Summary;

/// <summary>The steps of a walk, found by landing: what a stride's step and supports were.</summary>
internal sealed class WalkSteps
{
    private readonly IReadOnlyList<Step> _steps;
    private readonly List<int>[] _landings = [[], []];

    public WalkSteps(IReadOnlyList<Step> steps)
    {
        _steps = steps;
        foreach (int i in Enumerable.Range(0, steps.Count).OrderBy(i => steps[i].Time)) _landings[(int)steps[i].Foot].Add(i);
    }

    /// <summary>The step that a stride landed with.</summary>
    public Step? LandingOf(in Stride stride) => At(stride.Foot, stride.End);

    /// <summary>
    /// Both double supports of a stride together, s. One takes the clocks' offset with a plus, the other with a minus: the sum does not depend on it.
    /// </summary>
    public double? DoubleSupportS(in Stride stride) =>
        stride.Start is { } start && At(stride.Foot, start)?.DoubleSupportS is { } first && OtherIn(in stride)?.DoubleSupportS is { } second ? first + second : null;

    /// <summary>The part of a stride in which this foot alone is on the ground, s: stance without double support; as long as the other foot's swing.</summary>
    public double? SingleSupportS(in Stride stride) => stride.StanceTimeS - DoubleSupportS(in stride);

    /// <summary>
    /// Where in a stride the other foot lands, degrees of 360; null unless it lands exactly once.
    /// </summary>
    public double? PhaseDeg(in Stride stride) =>
        OtherIn(in stride) is { } other && stride.Start is { } start && stride.StrideTimeS is > 0 and { } time ? 360 * other.Time.SecondsSince(start) / time : null;

    private Step? At(Foot foot, DeviceTime time)
    {
        List<int> landings = _landings[(int)foot];
        int after = FirstAfter(landings, time);
        return after > 0 && _steps[landings[after - 1]].Time == time ? _steps[landings[after - 1]] : null;
    }

    private Step? OtherIn(in Stride stride)
    {
        if (stride.Start is not { } start) return null;
        List<int> landings = _landings[1 - (int)stride.Foot];
        int first = FirstAfter(landings, start);
        bool one = first < landings.Count && _steps[landings[first]].Time < stride.End && (first + 1 == landings.Count || _steps[landings[first + 1]].Time >= stride.End);
        return one ? _steps[landings[first]] : null;
    }

    private int FirstAfter(List<int> landings, DeviceTime time)
    {
        int low = 0, high = landings.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_steps[landings[middle]].Time <= time) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
