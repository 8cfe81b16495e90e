using GaitSense.Analysis.Walks;
using GaitSense.Core;
using GaitSense.Simulation;
using GaitSense.Simulation.Presets;
using GaitSense.Simulation.Sensor;

namespace GaitSense.Benchmarks;

/// <summary>A simulated walk through simulated sensors and the whole signal core.</summary>
internal static class CoreMeasurement
{
    public static WalkRecord Of(SimulatedWalk walk, ImuErrorModel sensor, ulong seed)
    {
        SimulatedRecording recording = new(walk, sensor, seed);
        FootPipelineOptions foot = new() { Mounting = sensor.Mounting };
        WalkCollector collector = new();
        WalkPipeline pipeline = new(new WalkPipelineOptions { Left = foot, Right = foot }, collector);
        ReadOnlySpan<ImuSample> left = recording.SamplesOf(Foot.Left), right = recording.SamplesOf(Foot.Right);
        for (int l = 0, r = 0; l < left.Length || r < right.Length;)
        {
            if (r == right.Length || (l < left.Length && left[l].Time <= right[r].Time)) pipeline.Push(Foot.Left, in left[l++]);
            else pipeline.Push(Foot.Right, in right[r++]);
        }

        pipeline.Complete();
        return collector.ToRecord(new WalkContext { Recording = "simulated" });
    }
}
