using GaitSense.Feedback.Rhythm;

namespace GaitSense.Feedback.Tests;

/// <summary>The last values of something: what is kept, their mean, median and concentration.</summary>
public sealed class RecentTests
{
    [Fact]
    public void Recent_KeepsTheLastValues()
    {
        Recent recent = new(3);
        recent.Add(5);
        (recent.IsFull, recent.Count, recent.MeanOfLast(2), recent.Median(), recent.Before(0)).ShouldBe((false, 1, 5, 5, 5));
        foreach (double value in (double[])[1, 9, 2]) recent.Add(value);
        (recent.IsFull, recent.Count, recent.MeanOfLast(2), recent.MeanOfLast(9), recent.Median()).ShouldBe((true, 3, 5.5, 4, 2));
        (recent.Before(0), recent.Before(1), recent.Before(2)).ShouldBe((2, 9, 1));
        recent.Clear();
        recent.Add(7);
        recent.Add(8);
        (recent.Count, recent.Before(0), recent.Before(1), recent.Median()).ShouldBe((2, 8, 7, 7.5));
    }

    [Fact]
    public void Concentration_IsOneForAnglesThatAreAlike_AndNoneForOppositeOnes()
    {
        Recent angles = new(4);
        angles.Add(1);
        angles.Add(1);
        angles.Concentration().ShouldBe(1, 1e-12);
        angles.Add(1 + Math.PI);
        angles.Add(1 + Math.PI);
        angles.Concentration().ShouldBe(0, 1e-12);
        angles.Clear();
        angles.Add(0);
        angles.Add(Math.PI / 2);
        angles.Concentration().ShouldBe(Math.Sqrt(0.5), 1e-12);
    }
}
