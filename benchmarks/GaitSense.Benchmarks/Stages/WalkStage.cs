using GaitSense.Core;

namespace GaitSense.Benchmarks;

/// <summary>Both feet, half a step apart, on one clock.</summary>
internal sealed class WalkStage(BenchmarkInput input) : Stage(input)
{
    // Half a step at the simulated walker's cadence.
    private const long HalfStrideUs = 535_000;

    private readonly WalkPipeline _pipeline = new(new WalkPipelineOptions(), new Listener());
    private readonly int _behind = Array.FindIndex(input.Samples, s => s.Time.Microseconds - input.Samples[0].Time.Microseconds >= HalfStrideUs);

    public override int OperationsPerSample => 2;

    protected override void Process(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            ImuSample left = Input.Samples[i];
            left = left with { Time = new(left.Time.Microseconds + ShiftUs) };
            ImuSample right = i >= _behind ? Input.Samples[i - _behind] : Input.Samples[BenchmarkInput.Length + i - _behind];
            right = right with { Time = left.Time };
            _pipeline.Push(Foot.Left, in left);
            _pipeline.Push(Foot.Right, in right);
        }
    }
}
