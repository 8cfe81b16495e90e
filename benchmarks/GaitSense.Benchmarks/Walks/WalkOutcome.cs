using GaitSense.Core;

namespace GaitSense.Benchmarks;

/// <summary>What the core decided about a walk: everything a walk is judged by.</summary>
internal sealed class WalkOutcome : IWalkObserver
{
    public List<GaitEvent> Events { get; } = [];

    public List<Stride> Strides { get; } = [];

    public List<MountingEstimate> Mountings { get; } = [];

    /// <summary>Runs a walk through the core: both feet merged by time, the left one first at equal times, as every source hands them out.</summary>
    public static WalkOutcome Of(WalkPipelineOptions options, ReadOnlySpan<ImuSample> left, ReadOnlySpan<ImuSample> right, Thresholds? thresholds = null)
    {
        WalkOutcome outcome = new();
        WalkPipeline pipeline = new(options, outcome, thresholds ?? Thresholds.Default);
        for (int l = 0, r = 0; l < left.Length || r < right.Length;)
        {
            if (r == right.Length || (l < left.Length && left[l].Time <= right[r].Time)) pipeline.Push(Foot.Left, in left[l++]);
            else pipeline.Push(Foot.Right, in right[r++]);
        }

        pipeline.Complete();
        return outcome;
    }

    public void OnEventSettled(in GaitEvent e) => Events.Add(e);

    public void OnMounting(in MountingEstimate mounting) => Mountings.Add(mounting);

    public void OnStride(in Stride stride) => Strides.Add(stride);
}
