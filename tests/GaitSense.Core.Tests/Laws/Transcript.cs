namespace GaitSense.Core.Tests;

/// <summary>Writes down all that a pipeline decides: what belongs to a foot by foot, what needs both by itself.</summary>
internal sealed class Transcript : IWalkObserver
{
    public List<string> Left { get; } = [];

    public List<string> Right { get; } = [];

    public List<string> Both { get; } = [];

    public void OnProvisional(in ProvisionalEvent e) => Of(e.Foot).Add(e.ToString());

    public void OnEvent(in GaitEvent e) => Of(e.Foot).Add(e.ToString());

    public void OnEventSettled(in GaitEvent e) => Of(e.Foot).Add(e.ToString());

    public void OnStride(in Stride stride) => Of(stride.Foot).Add(stride.ToString());

    public void OnStep(in Step step) => Both.Add(step.ToString());

    public void OnPathPoint(in PathPoint point) => Of(point.Foot).Add(point.ToString());

    public void OnPose(in FootPose pose) => Of(pose.Foot).Add(pose.ToString());

    public void OnGap(in Gap gap) => Of(gap.Foot).Add(gap.ToString());

    public void OnMounting(in MountingEstimate mounting) => Of(mounting.Foot).Add(mounting.ToString());

    public void OnBout(in Bout bout) => Both.Add(bout.ToString());

    public void OnTurn(in Turn turn) => Both.Add(turn.ToString());

    public void OnMetrics(in LiveMetrics metrics) => Both.Add(metrics.ToString());

    private List<string> Of(Foot foot) => foot == Foot.Left ? Left : Right;
}
