using GaitSense.Core;

namespace GaitSense.Benchmarks;

/// <summary>Learning the sagittal axis of a sensor whose mounting nobody declared.</summary>
internal sealed class MountingStage : Stage
{
    private readonly MountingTracker _mounting = new(null);
    private readonly double _dt;

    public MountingStage(BenchmarkInput input)
        : base(input)
    {
        _dt = input.Dt;
        _mounting.ObserveUp(input.Samples[0].AccelMps2.Normalized(), isNewStance: true);
    }

    protected override void Process(int from, int to)
    {
        ImuSample[] samples = Input.Samples;
        for (int i = from; i < to; i++) _mounting.ObserveRate(samples[i].GyroRadPerS, _dt);
    }
}
