using GaitSense.Core;
using GaitSense.Feedback.Safety;

namespace GaitSense.Feedback.Tests;

/// <summary>Steps have become less even where the symmetry index grew by 6 points, clearly, and twice in a row.</summary>
public sealed class EvennessTests
{
    private readonly Evenness _evenness = new(growthPoints: 6);

    // 5.1 points are fewer than 6, 10.5 are more.
    [Theory]
    [InlineData(0.5, 0.45, true)]
    [InlineData(1.2, 1.08, true)]
    [InlineData(1.2, 1.14, false)]
    [InlineData(0.45, 0.5, true)]
    public void Strides_ThatDifferByMoreThanAtTheStart_TwiceInARow_AreLessEven(double leftM, double rightM, bool isLess)
    {
        double evenM = Math.Max(leftM, rightM);
        Walk(20, evenM, evenM);
        Walk(10, leftM, rightM);
        _evenness.IsLess.ShouldBeFalse("once is chance");
        Walk(9, leftM, rightM);
        _evenness.IsLess.ShouldBeFalse();
        Walk(1, leftM, rightM);
        _evenness.IsLess.ShouldBe(isLess);
    }

    [Fact]
    public void Strides_ThatWereAsEvenBetween_AreNotLessEven()
    {
        Walk(20, 0.5, 0.5);
        Walk(10, 0.5, 0.45);
        Walk(10, 0.5, 0.5);
        Walk(10, 0.5, 0.45);
        _evenness.IsLess.ShouldBeFalse();
    }

    // 10.5 points, against three standard errors of what scatters now (8.9 and 12.7 points) or at the start.
    [Theory]
    [InlineData(0, 0.03, true)]
    [InlineData(0, 0.0425, false)]
    [InlineData(0.04, 0, true)]
    [InlineData(0.07, 0, false)]
    public void Scatter_ThatCouldMakeTheDifference_IsNoChange(double ownScatterM, double scatterM, bool isLess)
    {
        Walk(20, 0.5, 0.5, ownScatterM);
        Walk(20, 0.5, 0.45, scatterM);
        _evenness.IsLess.ShouldBe(isLess);
    }

    // Half of the start was as uneven: 5.1 points of 10.5 were there before.
    [Fact]
    public void Start_IsTwentyStridesOfEachFoot()
    {
        Walk(10, 0.5, 0.5);
        Walk(10, 0.5, 0.45);
        Walk(20, 0.5, 0.45);
        _evenness.IsLess.ShouldBeFalse();
    }

    // A foot whose strides come first waits for the other's.
    [Theory, InlineData(Foot.Left), InlineData(Foot.Right)]
    public void Start_WaitsForTwentyOfTheOtherFootToo(Foot first)
    {
        Foot second = first == Foot.Left ? Foot.Right : Foot.Left;
        for (int i = 0; i < 20; i++) Add(first, 0.5);
        Add(second, 0.6);
        for (int i = 0; i < 19; i++) Add(second, 0.495);
        Walk(20, 0.5, 0.44);
        _evenness.IsLess.ShouldBeTrue();
    }

    [Fact]
    public void Rest_NothingOfBeforeCounts()
    {
        Walk(20, 0.5, 0.5);
        Walk(29, 0.5, 0.45);
        _evenness.IsLess.ShouldBeTrue();
        _evenness.Rest();
        _evenness.IsLess.ShouldBeFalse();
        Walk(19, 0.5, 0.45);
        _evenness.IsLess.ShouldBeFalse();
        Walk(1, 0.5, 0.45);
        _evenness.IsLess.ShouldBeTrue();
    }

    private void Walk(int strides, double leftM, double rightM, double scatterM = 0)
    {
        for (int i = 0; i < strides; i++)
        {
            double offM = i % 2 == 0 ? scatterM : -scatterM;
            Add(Foot.Left, leftM + offM);
            Add(Foot.Right, rightM + offM);
        }
    }

    private void Add(Foot foot, double lengthM) => _evenness.Add(new Stride { Foot = foot, LengthM = lengthM });
}
