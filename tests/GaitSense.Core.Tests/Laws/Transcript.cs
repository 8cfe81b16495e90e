namespace GaitSense.Core.Tests;

/// <summary>Keeps all that a pipeline decides, every member of it: what belongs to a foot by foot, what needs both by itself.</summary>
internal sealed class Transcript : IWalkObserver
{
    public List<object> Left { get; } = [];

    public List<object> Right { get; } = [];

    public List<object> Both { get; } = [];

    public void OnProvisional(in ProvisionalEvent e) => Of(e.Foot).Add(e);

    public void OnEvent(in GaitEvent e) => Of(e.Foot).Add(e);

    public void OnEventSettled(in GaitEvent e) => Of(e.Foot).Add(e);

    public void OnStride(in Stride stride) => Of(stride.Foot).Add(stride);

    public void OnStep(in Step step) => Both.Add(step);

    public void OnPathPoint(in PathPoint point) => Of(point.Foot).Add(point);

    public void OnPose(in FootPose pose) => Of(pose.Foot).Add(pose);

    public void OnGap(in Gap gap) => Of(gap.Foot).Add(gap);

    public void OnMounting(in MountingEstimate mounting) => Of(mounting.Foot).Add(mounting);

    public void OnBout(in Bout bout) => Both.Add(bout);

    public void OnTurn(in Turn turn) => Both.Add(turn);

    public void OnMetrics(in LiveMetrics metrics) => Both.Add(metrics);

    /// <summary>Holds both to be the same, in the same order.</summary>
    public void ShouldAgreeWith(Transcript expected)
    {
        Compare(Left, expected.Left);
        Compare(Right, expected.Right);
        Compare(Both, expected.Both);

        // Shouldly for its words alone: it takes seconds over some ten thousand elements.
        static void Compare(List<object> actual, List<object> expected)
        {
            if (!actual.SequenceEqual(expected)) actual.ShouldBe(expected);
        }
    }

    private List<object> Of(Foot foot) => foot == Foot.Left ? Left : Right;
}
