using GaitSense.Core;

namespace GaitSense.Sessions.Tests;

/// <summary>What a walk is judged by.</summary>
internal sealed class Heard : IWalkObserver
{
    public List<GaitEvent> Events { get; } = [];

    public List<Stride> Strides { get; } = [];

    public List<Gap> LongGaps { get; } = [];

    public Dictionary<Foot, (Vector3D First, Vector3D Last)> Ends { get; } = [];

    public Stride[] ValidOf(Foot foot) => [.. Strides.Where(s => s.Foot == foot && s is { IsValid: true, LengthM: not null })];

    public void OnEventSettled(in GaitEvent e) => Events.Add(e);

    public void OnStride(in Stride stride) => Strides.Add(stride);

    public void OnGap(in Gap gap)
    {
        if (!gap.Bridged) LongGaps.Add(gap);
    }

    public void OnPose(in FootPose pose) => Ends[pose.Foot] = (Ends.TryGetValue(pose.Foot, out var e) ? e.First : pose.PositionM, pose.PositionM);
}
