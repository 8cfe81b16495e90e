using GaitSense.Core;

namespace GaitSense.Benchmarks;

/// <summary>How much the sensor moves just now.</summary>
internal sealed class MotionStage(BenchmarkInput input) : Stage(input)
{
    private readonly MotionMeter _meter = new();
    private readonly double _dt = input.Dt;

    protected override void Process(int from, int to)
    {
        ImuSample[] samples = Input.Samples;
        for (int i = from; i < to; i++)
        {
            ref readonly ImuSample s = ref samples[i];
            _meter.Push(s.GyroRadPerS, default, s.AccelMps2, _dt);
        }
    }
}
