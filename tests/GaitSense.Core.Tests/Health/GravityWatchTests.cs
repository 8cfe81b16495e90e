namespace GaitSense.Core.Tests;

/// <summary>What the accelerometer makes of gravity, at rest and over swings.</summary>
public sealed class GravityWatchTests
{
    private const double Gravity = ErrorStateFilter.GravityMps2;

    // Real sensors read 9.5 to 10.5 at rest; an eighth off is a scale. It takes 0.6 s of rest to know.
    [Theory, InlineData(1, 1.0, false), InlineData(1.11, 1.0, false), InlineData(0.89, 1.0, false), InlineData(1.13, 1.0, true), InlineData(0.87, 1.0, true), InlineData(2, 0.55, false), InlineData(2, 0.65, true)]
    public void Rest_ThatReadsOff_IsAScale(double factor, double seconds, bool isOff)
    {
        GravityWatch watch = default;
        Rest(ref watch, factor, seconds);
        watch.Factor.HasValue.ShouldBe(isOff);
        if (isOff) watch.Factor!.Value.ShouldBe(factor, 1e-9);
        watch.WasRight.ShouldBe(!isOff && seconds >= 0.6);
        watch.IsSuspect.ShouldBeFalse();
    }

    // The mean over ten seconds; another level is another rest.
    [Fact]
    public void Rests_AreOneMean_UnlessTheyReadOtherwise()
    {
        GravityWatch watch = default;
        Rest(ref watch, 1.2, 1);
        Rest(ref watch, 1.3, 1);
        watch.Factor!.Value.ShouldBe(1.25, 0.001);
        Rest(ref watch, 1.5, 0.5);
        watch.Factor!.Value.ShouldBe(1.25, 0.001, "half a second of another level tells nothing yet");
        Rest(ref watch, 1.5, 0.2);
        watch.Factor!.Value.ShouldBe(1.5, 1e-6);
        Rest(ref watch, 1, 1);
        (watch.Factor, watch.WasRight).ShouldBe((null, true));
        Rest(ref watch, 1.05, 30);
        Rest(ref watch, 1.13, 1);
        watch.Factor.ShouldBeNull("one second of ten");
    }

    // A scale that was right and is lost while walking: three swings that say the same; the first of them may have begun before.
    [Theory, InlineData(1.5, 1.25), InlineData(0.6, 0.7)]
    public void ScaleThatIsLost_IsKnownAfterThreeSwings(double factor, double first)
    {
        GravityWatch watch = default;
        Rest(ref watch, 1, 1);
        Swing(ref watch, first);
        Swing(ref watch, factor);
        watch.IsSuspect.ShouldBeTrue();
        watch.Factor.ShouldBeNull();
        Swing(ref watch, factor);
        watch.Factor!.Value.ShouldBe(factor, 1e-9);
        watch.IsSuspect.ShouldBeTrue();
        Swing(ref watch, factor + 0.1);
        watch.Factor!.Value.ShouldBe(factor + (0.1 / 3), 1e-9);
    }

    [Fact]
    public void SwingsThatReadOff_WhereNothingWasRight_OrNotSurely_OrNowAndThen_AreNoScale()
    {
        GravityWatch unknown = default, unsure = default, mixed = default, near = default;
        Rest(ref unsure, 1, 1);
        Rest(ref mixed, 1, 1);
        Rest(ref near, 1, 1);
        for (int i = 0; i < 9; i++)
        {
            Swing(ref unknown, 1.5);
            unsure.Swing(1.5 * Gravity, isSure: false);
            Swing(ref mixed, i % 3 == 2 ? 1 : 1.5);
            Swing(ref near, 1.19);
        }

        (unknown.Factor, unsure.Factor, mixed.Factor, near.Factor).ShouldBe((null, null, null, null));
        (unknown.IsSuspect, unsure.IsSuspect, mixed.IsSuspect, near.IsSuspect).ShouldBe((false, false, false, false));
    }

    [Fact]
    public void SixSwingsThatAreRight_AreARightScale()
    {
        GravityWatch watch = default;
        for (int i = 0; i < 5; i++) Swing(ref watch, 1.1);
        watch.WasRight.ShouldBeFalse();
        Swing(ref watch, 0.9);
        watch.WasRight.ShouldBeTrue();
        // Lost, and found again.
        for (int i = 0; i < 3; i++) Swing(ref watch, 2);
        watch.Factor!.Value.ShouldBe(2, 1e-9);
        for (int i = 0; i < 5; i++) Swing(ref watch, 1);
        watch.Factor.ShouldNotBeNull();
        Swing(ref watch, 1);
        watch.Factor.ShouldBeNull();
    }

    // A rest says more than swings: what it found a little off, swings do not put right; what it found far off, they do.
    [Theory, InlineData(1.15, false), InlineData(0.85, false), InlineData(1.25, true), InlineData(0.75, true)]
    public void SwingsThatAreRight_OverruleARestThatIsFarOff(double factor, bool isOverruled)
    {
        GravityWatch watch = default;
        Rest(ref watch, factor, 1);
        for (int i = 0; i < 6; i++) Swing(ref watch, 1);
        (watch.Factor is null).ShouldBe(isOverruled);
    }

    // Who never rests is judged by all swings together, unless something was right already.
    [Fact]
    public void WalkWithoutARest_IsJudgedByItsSwings()
    {
        GravityWatch restless = default, rested = default, right = default;
        restless.NoRest(1.3 * Gravity);
        restless.Factor!.Value.ShouldBe(1.3, 1e-9);
        restless.NoRest(1.1 * Gravity);
        restless.Factor.ShouldBeNull();
        Rest(ref rested, 1.2, 1);
        rested.NoRest(1.5 * Gravity);
        rested.Factor!.Value.ShouldBe(1.2, 1e-9);
        for (int i = 0; i < 6; i++) Swing(ref right, 1);
        right.NoRest(1.5 * Gravity);
        right.Factor.ShouldBeNull();
    }

    [Theory, InlineData(1.19, false), InlineData(1.21, true), InlineData(0.81, false), InlineData(0.79, true)]
    public void MeanOverASwing_IsFarOffFromAFifthOn(double factor, bool isFar) => GravityWatch.IsFarOff(factor * Gravity).ShouldBe(isFar);

    private static void Rest(ref GravityWatch watch, double factor, double seconds)
    {
        for (int i = 0; i < (int)Math.Round(100 * seconds); i++) watch.Rest(factor * Gravity, 0.01);
    }

    private static void Swing(ref GravityWatch watch, double factor) => watch.Swing(factor * Gravity, isSure: true);
}
