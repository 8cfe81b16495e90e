namespace GaitSense.Core.Tests;

public sealed class AllocationTests
{
    [Fact]
    public void FootPipeline_AWholeWalk_AllocatesNothing()
    {
        ImuSample[] samples = SimulatedSamples.Right;
        Counter warmUp = new(), counter = new();
        Push(new FootPipeline(Foot.Right, new FootPipelineOptions(), warmUp), samples);
        FootPipeline pipeline = new(Foot.Right, new FootPipelineOptions(), counter);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Push(pipeline, samples);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        counter.Strides.ShouldBeGreaterThan(10, "nothing happened, so nothing was tested");
        counter.Poses.ShouldBe(samples.Length);
    }

    [Fact]
    public void WalkPipeline_AWholeWalk_AllocatesNothing()
    {
        Counter warmUp = new(), counter = new();
        Push(new WalkPipeline(new WalkPipelineOptions(), warmUp));
        WalkPipeline pipeline = new(new WalkPipelineOptions(), counter);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Push(pipeline);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        counter.Strides.ShouldBeGreaterThan(20, "nothing happened, so nothing was tested");
    }

    private static void Push(FootPipeline pipeline, ImuSample[] samples)
    {
        foreach (ref readonly ImuSample sample in samples.AsSpan()) pipeline.Push(in sample);
        pipeline.Complete();
    }

    private static void Push(WalkPipeline pipeline)
    {
        for (int i = 0; i < SimulatedSamples.Left.Length; i++)
        {
            pipeline.Push(Foot.Left, in SimulatedSamples.Left[i]);
            pipeline.Push(Foot.Right, in SimulatedSamples.Right[i]);
        }

        pipeline.Complete();
    }

    private sealed class Counter : IWalkObserver
    {
        public int Strides { get; private set; }

        public int Poses { get; private set; }

        public void OnStride(in Stride stride) => Strides++;

        public void OnPose(in FootPose pose) => Poses++;
    }
}
