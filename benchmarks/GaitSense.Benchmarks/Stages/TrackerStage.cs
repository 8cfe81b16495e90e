using GaitSense.Core;

namespace GaitSense.Benchmarks;

/// <summary>Position, velocity and attitude with zero-velocity updates: filter, motion meter and the judge of stillness together.</summary>
internal sealed class TrackerStage(BenchmarkInput input) : Stage(input)
{
    private readonly FootTracker _tracker = new(new FootPipelineOptions(), Thresholds.Default);
    private readonly MountingTracker _mounting = new(MountingAxes.Identity);
    private readonly double _dt = input.Dt;

    protected override void Process(int from, int to)
    {
        ImuSample[] samples = Input.Samples;
        bool[] inSwing = Input.Trace.InSwing;
        for (int i = from; i < to; i++)
        {
            ref readonly ImuSample s = ref samples[i];
            ImuSample sample = s with { Time = new(s.Time.Microseconds + ShiftUs) };
            _tracker.Push(in sample, _dt, default, !inSwing[i], _mounting);
        }
    }
}
