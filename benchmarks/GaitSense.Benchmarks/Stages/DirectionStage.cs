using GaitSense.Core;

namespace GaitSense.Benchmarks;

/// <summary>The direction of a displacement and how sure it is. The pipeline asks once or twice a stride, not once a sample.</summary>
internal sealed class DirectionStage(BenchmarkInput input) : Stage(input)
{
    /// <summary>Kept, so that the work is not dropped.</summary>
    public double Sum { get; private set; }

    protected override void Process(int from, int to)
    {
        StageTrace trace = Input.Trace;
        double sum = 0;
        for (int i = from; i < to; i++)
        {
            ref readonly Vector3D d = ref trace.Displacements[i];
            AxisDirection direction = DirectionRule.Of(FootPath.Of(in d, in trace.Headings[i]));
            sum += (int)DirectionRule.Name(direction, 1) + DirectionRule.Confidence(d.Length, 0.03);
        }

        Sum += sum;
    }
}
