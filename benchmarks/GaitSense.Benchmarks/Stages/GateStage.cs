using GaitSense.Core;

namespace GaitSense.Benchmarks;

/// <summary>Which samples are fit to be used.</summary>
internal sealed class GateStage(BenchmarkInput input) : Stage(input)
{
    private readonly SampleGate _gate = new(Foot.Left);

    protected override void Process(int from, int to)
    {
        ImuSample[] samples = Input.Samples;
        for (int i = from; i < to; i++)
        {
            ref readonly ImuSample s = ref samples[i];
            ImuSample sample = s with { Time = new(s.Time.Microseconds + ShiftUs) };
            _gate.TryAdmit(in sample, out _);
        }
    }
}
