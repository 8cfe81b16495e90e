using GaitSense.Simulation.Presets;

namespace GaitSense.Core.Tests;

/// <summary>A floor that hums, as a treadmill's belt does, moves the foot by millimetres: a stance on it is as still as on any other floor.</summary>
public sealed class HummingFloorTests
{
    [Theory, InlineData("healthy", 45, 2), InlineData("healthy-slow", 45, 2), InlineData("ms-foot-drop", 60, 2)]
    public void Stance_OnAFloorThatHums_IsAsFlatAndStridesAsLongAsOnOneThatDoesNot(string preset, double humHz, double humMps2)
    {
        Flat quiet = Walk(preset, humHz, 0), hummed = Walk(preset, humHz, humMps2);
        hummed.LengthsM.Count.ShouldBe(quiet.LengthsM.Count);
        Math.Abs(hummed.LengthsM.Average() - quiet.LengthsM.Average()).ShouldBeLessThan(0.01);
        hummed.FlatSamples.ShouldBeGreaterThan((int)(0.7 * quiet.FlatSamples));
    }

    private static Flat Walk(string preset, double humHz, double humMps2)
    {
        SimulatedRecording recording = SimulationPresets.Find(preset)!.Record(seed: 1, rateHz: 370, durationS: 40);
        var seen = new Flat();
        var pipeline = new WalkPipeline(Walked.OptionsOf(recording), seen);
        foreach (ImuSample s in recording.Readings(Foot.Left))
        {
            ImuSample hums = s with { AccelMps2 = s.AccelMps2 + (new Vector3D(0.2, 0.3, 0.93) * (humMps2 * Math.Sqrt(2) * Math.Sin(2 * Math.PI * humHz * s.Time.Seconds))) };
            pipeline.Push(Foot.Left, in hums);
        }

        pipeline.Complete();
        return seen;
    }

    private sealed class Flat : IWalkObserver
    {
        public int FlatSamples { get; private set; }

        public List<double> LengthsM { get; } = [];

        public void OnPose(in FootPose pose) => FlatSamples += pose.Phase == FootPhase.FootFlat ? 1 : 0;

        public void OnStride(in Stride stride)
        {
            if (stride.IsValid) LengthsM.Add(stride.LengthM!.Value);
        }
    }
}
