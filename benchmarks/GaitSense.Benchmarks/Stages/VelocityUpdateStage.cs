using GaitSense.Core;

namespace GaitSense.Benchmarks;

/// <summary>
/// The error-state filter at its dearest: after each sample interval it is told a velocity. In a walk that happens every 20 ms at most,
/// and only on the ground.
/// </summary>
internal sealed class VelocityUpdateStage(BenchmarkInput input) : Stage(input)
{
    private readonly ErrorStateFilter _filter = new(new FilterNoise());
    private readonly double _dt = input.Dt;

    protected override void Process(int from, int to)
    {
        ImuSample[] samples = Input.Samples;
        for (int i = from; i < to; i++)
        {
            ref readonly ImuSample s = ref samples[i];
            _filter.Propagate(s.GyroRadPerS, s.AccelMps2, _dt, 0, 0);
            _filter.MeasureVelocity(default, 0.02, 0);
        }
    }
}
