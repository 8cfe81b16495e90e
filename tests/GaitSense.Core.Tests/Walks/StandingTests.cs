using GaitSense.Simulation;
using GaitSense.Simulation.Plan;
using GaitSense.Simulation.Presets;

namespace GaitSense.Core.Tests;

/// <summary>Standing between steps is neither stance nor double support; a slow walker's stance is.</summary>
public sealed class StandingTests
{
    [Theory, InlineData(1.5), InlineData(3), InlineData(8)]
    public void Pause_InAWalk_IsInNoStrideTimeStanceOrDoubleSupport(double pauseS)
    {
        Walked walked = Walk(new GaitParameters(), WalkSegment.Stand(pauseS));
        foreach (Foot foot in (Foot[])[Foot.Left, Foot.Right])
        {
            Stride[] strides = [.. walked.Strides.Where(s => s.Foot == foot)];
            strides.Count(s => s.Start is null).ShouldBe(2, "the first of the walk and the first after the pause");
            Stride first = strides.Skip(1).Single(s => s.Start is null);
            first.IsValid.ShouldBeTrue();
            first.LengthM.ShouldNotBeNull();
            first.StanceTimeS.ShouldBeNull();
            strides.Max(s => s.StrideTimeS ?? 0).ShouldBeLessThan(1.6);
        }

        walked.Steps.Max(s => s.DoubleSupportS ?? 0).ShouldBeLessThan(0.6);
        walked.Steps.Max(s => s.StepTimeS).ShouldBeLessThan(1.5);
    }

    [Theory, InlineData("very-slow"), InlineData("ms-shuffle"), InlineData("ms-spastic"), InlineData("healthy-slow")]
    public void LongStances_OfASlowWalker_AreNoStanding(string preset)
    {
        SimulatedRecording recording = SimulationPresets.Find(preset)!.Record(durationS: 60);
        Walked walked = Walked.Through(recording);
        foreach (Foot foot in (Foot[])[Foot.Left, Foot.Right]) walked.Strides.Count(s => s.Foot == foot && s.Start is null).ShouldBe(1, "the first of the walk");
        int landings = walked.Events.Count(e => e.Kind == GaitEventKind.InitialContact);
        walked.Steps.Count(s => s.DoubleSupportS is not null).ShouldBeGreaterThan((int)(0.9 * landings));
    }

    private static Walked Walk(GaitParameters gait, WalkSegment between)
    {
        SimulatedWalk walk = Walker.Walk(
            gait, [WalkSegment.Stand(1.5), WalkSegment.Walk(WalkManner.Forward, 10), between, WalkSegment.Walk(WalkManner.Forward, 10), WalkSegment.Stand(1.5)], seed: 4);
        return Walked.Through(Of(Foot.Left), Of(Foot.Right), new WalkPipelineOptions
        {
            Left = new FootPipelineOptions { Mounting = MountingAxes.Identity },
            Right = new FootPipelineOptions { Mounting = MountingAxes.Identity },
        });

        ImuSample[] Of(Foot foot) => [.. Enumerable.Range(0, (int)(walk.DurationS * 100)).Select(i => walk[foot].IdealSample(i / 100.0)).Select(s => new ImuSample(s.Time, s.AccelMps2, s.GyroRadPerS))];
    }
}
