namespace GaitSense.Core.Tests;

/// <summary>The laws of the stages, for both feet together.</summary>
public sealed class PipelineLawTests
{
    private static readonly ImuSample[] Left = TroubledTape.Samples, Right = SimulatedSamples.Right;

    [Theory, InlineData(7), InlineData(64), InlineData(200)]
    public void Push_AnyChunking_GivesTheSame(int chunk)
    {
        Transcript expected = new(), actual = new();
        Push(new WalkPipeline(new WalkPipelineOptions(), expected), 1, 0, int.MaxValue, complete: true);
        Push(new WalkPipeline(new WalkPipelineOptions(), actual), chunk, 0, int.MaxValue, complete: true);
        actual.ShouldAgreeWith(expected);
        expected.Both.Count.ShouldBeGreaterThan(20, "no steps, so nothing was tested");
    }

    [Theory, InlineData(137), InlineData(1000), InlineData(1777)]
    public void Snapshot_PutIntoAFreshPipeline_ContinuesExactly(int cut)
    {
        Transcript expected = new(), before = new(), after = new();
        WalkPipeline first = new(new WalkPipelineOptions(), before), second = new(new WalkPipelineOptions(), after);
        Push(new WalkPipeline(new WalkPipelineOptions(), expected), 1, 0, int.MaxValue, complete: true);
        Push(first, 1, 0, cut, complete: false);
        second.Restore(first.TakeSnapshot());
        Push(second, 1, cut, int.MaxValue, complete: true);
        before.Left.AddRange(after.Left);
        before.Right.AddRange(after.Right);
        before.Both.AddRange(after.Both);
        before.ShouldAgreeWith(expected);
    }

    [Fact]
    public void Reset_AfterAWalk_EqualsNew()
    {
        Transcript expected = new(), actual = new();
        WalkPipeline fresh = new(new WalkPipelineOptions(), expected), used = new(new WalkPipelineOptions(), actual);
        Push(used, 1, 0, int.MaxValue, complete: true);
        used.Reset();
        actual.Left.Clear();
        actual.Right.Clear();
        actual.Both.Clear();
        Push(used, 1, 0, int.MaxValue, complete: true);
        Push(fresh, 1, 0, int.MaxValue, complete: true);
        actual.ShouldAgreeWith(expected);
    }

    // The feet take turns, a chunk each.
    private static void Push(WalkPipeline pipeline, int chunk, int from, int to, bool complete)
    {
        for (int start = from; start < Math.Min(to, Math.Max(Left.Length, Right.Length)); start += chunk)
        {
            pipeline.Push(Foot.Left, Part(Left, start, Math.Min(start + chunk, to)));
            pipeline.Push(Foot.Right, Part(Right, start, Math.Min(start + chunk, to)));
        }

        if (complete) pipeline.Complete();
    }

    private static ReadOnlySpan<ImuSample> Part(ImuSample[] samples, int start, int end) =>
        samples.AsSpan(Math.Min(start, samples.Length)..Math.Min(end, samples.Length));
}
