using GaitSense.Core;
using GaitSense.Feedback.Rhythm;

namespace GaitSense.Feedback.Tests;

/// <summary>Which strides are steady and straight.</summary>
public sealed class StraightStridesTests
{
    // One stride of each foot before and after a turn does not count.
    [Fact]
    public void StraightStrides_CountTwoStridesLater_AndNotAroundATurn()
    {
        StraightStrides strides = new();
        List<int> counted = [];
        for (int i = 0; i < 8; i++) Push(i, 0);
        counted.ShouldBe([2, 3, 4, 5]);
        Push(8, 25);
        for (int i = 9; i < 15; i++) Push(i, 19);
        counted.ShouldBe([2, 3, 4, 5, 11, 12]);
        strides.Break();
        for (int i = 15; i < 20; i++) Push(i, 0);
        counted.ShouldBe([2, 3, 4, 5, 11, 12, 17]);

        void Push(int index, double turnDeg)
        {
            Stride stride = new() { Index = index, TurnRad = turnDeg * Math.PI / 180, Direction = WalkingDirection.Forward, Confidence = 0.9 };
            if (!strides.TryPush(in stride, isCued: index % 2 == 0, out Stride straight, out bool wasCued)) return;
            counted.Add(straight.Index);
            wasCued.ShouldBe(straight.Index % 2 == 0);
        }
    }
}
