using GaitSense.Simulation.Presets;

namespace GaitSense.Core.Tests;

/// <summary>A single bad reading costs no stride, and is no fault of the sensor.</summary>
public sealed class SpikeTests
{
    [Theory]
    [InlineData(60, 0), InlineData(150, 0), InlineData(1000, 0), InlineData(0, 8), InlineData(0, 20), InlineData(0, 60)]
    public void SingleBadReading_AnywhereInAWalk_LeavesTheStridesAsTheyWere(double accelMps2, double gyroRadPerS)
    {
        SimulatedRecording recording = SimulationPresets.Find("healthy")!.Record(durationS: 20);
        ImuSample[] left = [.. recording.SamplesOf(Foot.Left)];
        Stride[] clean = Strides(left);
        int changed = 0, all = 0;
        for (int at = left.Length / 4; at < left.Length * 3 / 4; at += 37)
        {
            var spiked = (ImuSample[])left.Clone();
            Vector3D axis = (at % 3) switch { 0 => new Vector3D(1, 0, 0), 1 => new Vector3D(0, 1, 0), _ => new Vector3D(0, 0, 1) };
            spiked[at] = spiked[at] with { AccelMps2 = spiked[at].AccelMps2 + (axis * accelMps2), GyroRadPerS = spiked[at].GyroRadPerS + (axis * gyroRadPerS) };
            Stride[] found = Strides(spiked);
            found.Length.ShouldBe(clean.Length, $"at {spiked[at].Time.Seconds} s");
            all++;
            if (clean.Zip(found).Any(p => p.First.IsValid && (!p.Second.IsValid || Math.Abs(p.Second.LengthM!.Value - p.First.LengthM!.Value) > 0.02 * p.First.LengthM.Value))) changed++;
        }

        // On a landing's impact a spike cannot be told from it.
        changed.ShouldBeLessThanOrEqualTo(all / 5, $"of {all}");

        // The foot alone: the other one hears nothing of its readings.
        static Stride[] Strides(ImuSample[] samples)
        {
            Walked walked = new();
            FootPipeline foot = new(Foot.Left, new FootPipelineOptions { Mounting = MountingAxes.Identity }, walked);
            foreach (ImuSample sample in samples) foot.Push(in sample);
            foot.Complete();
            return [.. walked.Strides];
        }
    }
}
