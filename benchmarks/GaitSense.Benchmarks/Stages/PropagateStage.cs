using GaitSense.Core;

namespace GaitSense.Benchmarks;

/// <summary>The error-state filter over one sample interval, its share of the covariance included.</summary>
internal sealed class PropagateStage(BenchmarkInput input) : Stage(input)
{
    private readonly ErrorStateFilter _filter = new(new FilterNoise());
    private readonly double _dt = input.Dt;

    protected override void Process(int from, int to)
    {
        // A filter that is told nothing for ever would end in infinities.
        if (from == 0) _filter.Reset();
        ImuSample[] samples = Input.Samples;
        for (int i = from; i < to; i++)
        {
            ref readonly ImuSample s = ref samples[i];
            _filter.Propagate(s.GyroRadPerS, s.AccelMps2, _dt, 0, 0);
        }
    }
}
