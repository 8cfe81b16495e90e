using GaitSense.Core;

namespace GaitSense.Analysis;

/// <summary>The steps of a walk, found by landing: what a stride's step and supports were.</summary>
internal sealed class WalkSteps
{
    private readonly Dictionary<(Foot, DeviceTime), Step> _steps = [];
    private readonly List<Step>[] _landings = [[], []];

    public WalkSteps(IEnumerable<Step> steps)
    {
        foreach (Step step in steps.OrderBy(s => s.Time))
        {
            _steps[(step.Foot, step.Time)] = step;
            _landings[(int)step.Foot].Add(step);
        }
    }

    /// <summary>The step that a stride landed with.</summary>
    public Step? LandingOf(Stride stride) => At(stride.Foot, stride.End);

    /// <summary>
    /// Both double supports of a stride together, s. One takes the clocks' offset with a plus, the other with a minus: the sum does not depend on it.
    /// </summary>
    public double? DoubleSupportS(Stride stride) =>
        stride.Start is { } start && At(stride.Foot, start)?.DoubleSupportS is { } first && OtherIn(stride)?.DoubleSupportS is { } second ? first + second : null;

    /// <summary>The part of a stride in which this foot alone is on the ground, s: stance without double support; as long as the other foot's swing.</summary>
    public double? SingleSupportS(Stride stride) => stride.StanceTimeS - DoubleSupportS(stride);

    /// <summary>
    /// Where in a stride the other foot lands, degrees of 360; null unless it lands exactly once.
    /// </summary>
    public double? PhaseDeg(Stride stride) =>
        OtherIn(stride) is { } other && stride.Start is { } start && stride.StrideTimeS is > 0 and { } time ? 360 * other.Time.SecondsSince(start) / time : null;

    private Step? At(Foot foot, DeviceTime time) => _steps.TryGetValue((foot, time), out Step step) ? step : null;

    private Step? OtherIn(Stride stride)
    {
        if (stride.Start is not { } start) return null;
        List<Step> landings = _landings[1 - (int)stride.Foot];
        int low = 0, high = landings.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (landings[middle].Time <= start) low = middle + 1;
            else high = middle;
        }

        bool one = low < landings.Count && landings[low].Time < stride.End && (low + 1 == landings.Count || landings[low + 1].Time >= stride.End);
        return one ? landings[low] : null;
    }
}
