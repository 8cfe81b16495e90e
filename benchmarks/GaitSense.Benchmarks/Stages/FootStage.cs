using GaitSense.Core;

namespace GaitSense.Benchmarks;

/// <summary>Everything for one foot; its mounting is to be learned, as that costs more.</summary>
internal sealed class FootStage(BenchmarkInput input) : Stage(input)
{
    private readonly FootPipeline _pipeline = new(Foot.Left, new FootPipelineOptions(), new Listener());

    protected override void Process(int from, int to)
    {
        ImuSample[] samples = Input.Samples;
        for (int i = from; i < to; i++)
        {
            ref readonly ImuSample s = ref samples[i];
            ImuSample sample = s with { Time = new(s.Time.Microseconds + ShiftUs) };
            _pipeline.Push(in sample);
        }
    }
}
