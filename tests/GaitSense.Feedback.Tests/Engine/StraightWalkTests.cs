using GaitSense.Core;
using GaitSense.Feedback.Engine;
using GaitSense.Feedback.Plan;
using GaitSense.Feedback.Rhythm;
using GaitSense.Feedback.Safety;

namespace GaitSense.Feedback.Tests;

/// <summary>What is compared is steady walking: strides around an interruption are left out.</summary>
public sealed class StraightWalkTests
{
    [Fact]
    public void Interruption_LeavesOutTwoStridesBeforeAndAfterIt()
    {
        CuePlan plan = new();
        Baseline baseline = new(plan.Rhythm);
        CueTally tally = new(new HeardCues());
        StraightWalk walk = new(baseline, tally, new RestAdvisor(plan.Rest), new TaskBlocks(plan, new OpenCues(tally)));
        Walk(6, isStepping: true);
        baseline.Straight.LengthM()!.Value.Count.ShouldBe(2);
        Walk(1, isStepping: false);
        Walk(4, isStepping: true);
        baseline.Straight.LengthM()!.Value.Count.ShouldBe(2);
        Walk(1, isStepping: true);
        baseline.Straight.LengthM()!.Value.Count.ShouldBe(3);

        void Walk(int strides, bool isStepping)
        {
            for (int i = 0; i < strides; i++) walk.Stride(new Stride { LengthM = 1, Direction = WalkingDirection.Forward, Confidence = 0.9, TurnRad = 0 }, isStepping, isCued: false, walkS: i);
        }
    }
}
