using GaitSense.Core;
using GaitSense.Feedback.Plan;
using GaitSense.Feedback.Safety;

namespace GaitSense.Feedback.Tests;

/// <summary>A rest is offered by time, by a shorter minute and by less even steps, and taken by standing.</summary>
public sealed class RestAdvisorTests
{
    private readonly RestAdvisor _rest = new(new RestPlan { EveryS = 30, DistanceIndexPercent = -25, AsymmetryGrowthPoints = 6, StandingS = 20, OfferEveryS = 120 });

    [Fact]
    public void TimeOfWalking_OffersARest_AgainNotBeforeItsTime_AndStandingTakesIt()
    {
        for (int i = 0; i < 59; i++) _rest.Step(At(i), 0.5);
        _rest.Offers(At(59)).ShouldBeFalse();
        _rest.Step(At(60), 0.5);
        _rest.Offers(At(60)).ShouldBeTrue();
        _rest.IsDue.ShouldBeTrue();
        _rest.Step(At(179), 0.5);
        _rest.Offers(At(179.9)).ShouldBeFalse();
        _rest.Offers(At(180)).ShouldBeTrue();
        _rest.Offers(At(198.9)).ShouldBeFalse();
        _rest.IsDue.ShouldBeTrue();
        _rest.Offers(At(199)).ShouldBeFalse("the walker stands");
        _rest.IsDue.ShouldBeFalse();
        _rest.Step(At(330), 0.5);
        _rest.Offers(At(330)).ShouldBeFalse("the time begins again");
    }

    // 60 m in the first minute and 45 m in the second: a quarter less.
    [Theory, InlineData(0.75, -25.0, true), InlineData(0.8125, -18.75, false)]
    public void ShorterMinute_OffersARest(double lengthM, double percent, bool offers)
    {
        Walk(120, 1, 1);
        Walk(119, lengthM, 1);
        _rest.DistanceIndexPercent.ShouldBeNull("the second minute is not over");
        Walk(1, lengthM, 1);
        _rest.DistanceIndexPercent.ShouldBe(percent);
        _rest.Offers(At(0)).ShouldBe(offers);
    }

    // A first minute that ends at 60.5 s, at the same speed.
    [Fact]
    public void Minute_ThatEndsWhereAStrideEnds_IsTakenAsAWholeOne()
    {
        Walk(110, 1.1, 1.1);
        Walk(120, 1, 1);
        _rest.DistanceIndexPercent!.Value.ShouldBe(0, 1e-9);
    }

    [Fact]
    public void Minute_OfQuickStrides_HasMoreOfThem()
    {
        Walk(2 * 150, 0.8, 0.75);
        _rest.DistanceIndexPercent.ShouldBeNull("112.5 s");
        Walk(20, 0.8, 0.75);
        _rest.DistanceIndexPercent!.Value.ShouldBe(0, 1e-9);
    }

    [Fact]
    public void LessEvenSteps_OfferARest_AndAreForgottenInIt()
    {
        Walk(40, 1, 1, rightM: 1);
        Walk(40, 1, 1, rightM: 0.9);
        _rest.Step(At(100), 0.5);
        _rest.Offers(At(100)).ShouldBeTrue();
        _rest.Offers(At(120)).ShouldBeFalse();
        _rest.Step(At(300), 0.5);
        _rest.Offers(At(300)).ShouldBeFalse();
    }

    private void Walk(int strides, double lengthM, double strideS, double? rightM = null)
    {
        for (int i = 0; i < strides; i++)
        {
            Foot foot = i % 2 == 0 ? Foot.Left : Foot.Right;
            _rest.Stride(new Stride { Foot = foot, LengthM = foot == Foot.Right ? rightM ?? lengthM : lengthM, Start = At(i), End = At(i + strideS) });
        }
    }

    private static DeviceTime At(double seconds) => DeviceTime.FromSeconds(seconds);
}
