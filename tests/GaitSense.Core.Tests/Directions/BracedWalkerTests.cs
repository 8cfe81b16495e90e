using GaitSense.Simulation;
using GaitSense.Simulation.Plan;
using GaitSense.Simulation.Presets;

namespace GaitSense.Core.Tests;

/// <summary>People who hardly push off, both ways, with sensors of which nobody said how they sit.</summary>
public sealed class BracedWalkerTests
{
    [Theory, InlineData("backward-practice", 0.01), InlineData("ms-backward", 0.01), InlineData("there-and-back", 0.03)]
    public void BothFeetInBraces_GoingBothWays_AreNotMistaken(string preset, double swingsOutM)
    {
        Walked walked = Walk(preset, foot => foot with { AngleAtReleaseRad = -0.21, CircumductionM = swingsOutM }, out SimulatedWalk walk);
        (int right, int wrong, int all) = Count(walked, walk, WalkingDirection.Backward);
        wrong.ShouldBe(0);
        right.ShouldBeGreaterThanOrEqualTo((int)(0.95 * all), $"of {all} backward strides");
        Count(walked, walk, WalkingDirection.Forward).Wrong.ShouldBe(0);
    }

    [Fact]
    public void FeetThatAgree_HowFarApartTheirSamplesCome_NameTheSame()
    {
        SimulatedWalk walk = Of("backward-practice", foot => foot with { AngleAtReleaseRad = -0.21 });
        SimulatedRecording recording = Record(walk, "backward-practice");
        Transcript merged = new(), apart = new();
        Push(recording, merged, 1);
        Push(recording, apart, (int)(2.5 * recording.Sensor.RateHz));
        apart.Left.SequenceEqual(merged.Left).ShouldBeTrue();
        apart.Right.SequenceEqual(merged.Right).ShouldBeTrue();
    }

    private static void Push(SimulatedRecording recording, IWalkObserver observer, int chunk)
    {
        WalkPipeline pipeline = new(new WalkPipelineOptions(), observer);
        ImuSample[] left = recording.SamplesOf(Foot.Left).ToArray(), right = recording.SamplesOf(Foot.Right).ToArray();
        for (int i = 0; i < Math.Max(left.Length, right.Length); i += chunk)
        {
            pipeline.Push(Foot.Left, left.AsSpan(Math.Min(i, left.Length)..Math.Min(i + chunk, left.Length)));
            pipeline.Push(Foot.Right, right.AsSpan(Math.Min(i, right.Length)..Math.Min(i + chunk, right.Length)));
        }

        pipeline.Complete();
    }

    private static (int Right, int Wrong, int All) Count(Walked walked, SimulatedWalk walk, WalkingDirection truth)
    {
        (int right, int wrong, int all) = (0, 0, 0);
        foreach (SimulatedStride t in walk.Strides.Where(t => t.Direction == truth))
        {
            all++;
            foreach (Stride s in walked.ValidOf(t.Foot).Where(s => s.End.Seconds > t.TerminalContactS && s.TerminalContact.Seconds < t.EndS))
            {
                if (s.Direction == truth) right++;
                else if (s.Direction is WalkingDirection.Forward or WalkingDirection.Backward) wrong++;
            }
        }

        return (right, wrong, all);
    }

    private static Walked Walk(string preset, Func<FootGait, FootGait> change, out SimulatedWalk walk)
    {
        walk = Of(preset, change);
        return Walked.Through(Record(walk, preset), new WalkPipelineOptions());
    }

    private static SimulatedWalk Of(string preset, Func<FootGait, FootGait> change)
    {
        SimulationPreset p = SimulationPresets.Find(preset)!;
        return Walker.Walk(p.Person.WithBothFeet(change), p.ScriptFor(p.DurationS), 1);
    }

    private static SimulatedRecording Record(SimulatedWalk walk, string preset) => new(walk, SimulationPresets.Find(preset)!.Sensor, 1);
}
