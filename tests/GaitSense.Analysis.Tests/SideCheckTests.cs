using GaitSense.Analysis.Sides;
using GaitSense.Core;
using GaitSense.Simulation.Presets;

namespace GaitSense.Analysis.Tests;

/// <summary>Left and right, told apart by turns.</summary>
public sealed class SideCheckTests
{
    [Theory]
    [InlineData(1, WalkingDirection.Forward), InlineData(-1, WalkingDirection.Forward)]
    [InlineData(1, WalkingDirection.Backward), InlineData(-1, WalkingDirection.Backward)]
    public void Of_BendsEitherWay_TellsWornFromSwapped(int turnSign, WalkingDirection direction)
    {
        Stride[] walk = [.. Walk(turnSign, direction)];
        SideCheck.Of(walk).Verdict.ShouldBe(SideVerdict.AsWorn);
        SideCheck.Of(walk.Select(Exchange)).Verdict.ShouldBe(SideVerdict.Swapped);
    }

    [Fact]
    public void Of_AStraightWalk_CannotTell()
    {
        SideCheck check = SideCheck.Of(Walk(0, WalkingDirection.Forward));
        check.Verdict.ShouldBe(SideVerdict.CannotTell);
        check.OuterMinusInnerM.ShouldBeNull();
    }

    // A lame foot takes shorter strides everywhere: its own straight strides are its measure.
    [Fact]
    public void Of_AnAsymmetricWalker_IsNotMisled()
    {
        Stride[] walk = [.. Walk(1, WalkingDirection.Forward).Select(s => s.Foot == Foot.Right ? s with { LengthM = s.LengthM - 0.3 } : s)];
        SideCheck.Of(walk).Verdict.ShouldBe(SideVerdict.AsWorn);
    }

    // Through the whole core: what the left sensor felt goes to the right pipeline, and the other way round.
    [Theory, InlineData("ms-mild", false, SideVerdict.AsWorn), InlineData("ms-mild", true, SideVerdict.Swapped)]
    [InlineData("ms-foot-drop", true, SideVerdict.Swapped), InlineData("treadmill", true, SideVerdict.CannotTell)]
    public void Of_ASimulatedWalk_SaysWhatTheTurnsSay(string preset, bool isSwapped, SideVerdict expected)
    {
        SimulatedRecording recording = SimulationPresets.Find(preset)!.Record();
        FootPipelineOptions foot = new() { Mounting = recording.Sensor.Mounting };
        Strides found = new();
        WalkPipeline pipeline = new(new WalkPipelineOptions { Left = foot, Right = foot }, found);
        pipeline.Push(isSwapped ? Foot.Right : Foot.Left, recording.SamplesOf(Foot.Left));
        pipeline.Push(isSwapped ? Foot.Left : Foot.Right, recording.SamplesOf(Foot.Right));
        pipeline.Complete();
        SideCheck check = SideCheck.Of(found.All);
        check.Verdict.ShouldBe(expected, check.Meaning);
    }

    private static Stride Exchange(Stride s) => s with { Foot = s.Foot == Foot.Left ? Foot.Right : Foot.Left };

    // Ten straight strides and five that turn 30 degrees each, with the feet 0.3 m apart; a little scatter.
    private static IEnumerable<Stride> Walk(int turnSign, WalkingDirection direction)
    {
        for (int i = 0; i < 15; i++)
        {
            double turn = i >= 10 ? turnSign * Math.PI / 6 : 0;
            // Outer side of a bend: the right foot when it bends left; walking backward, turning left bends to the right.
            double outward = 0.15 * turn * (direction == WalkingDirection.Forward ? 1 : -1), scatter = 0.01 * ((i % 3) - 1);
            yield return new Stride { Foot = Foot.Left, LengthM = 1.0 - outward + scatter, TurnRad = turn, Direction = direction };
            yield return new Stride { Foot = Foot.Right, LengthM = 1.0 + outward - scatter, TurnRad = turn, Direction = direction };
        }
    }

    private sealed class Strides : IWalkObserver
    {
        public List<Stride> All { get; } = [];

        public void OnStride(in Stride stride) => All.Add(stride);
    }
}
