namespace GaitSense.Core.Tests;

/// <summary>How much of a stride a sensor at its end may have hidden, and when that is too much.</summary>
public sealed class ClippingErrorTests
{
    // Two thirds of the most that may be lost are likely: a twentieth of the length, and never less than 2 cm, is too much.
    [Theory, InlineData(1, 0.074, false), InlineData(1, 0.076, true), InlineData(0.2, 0.029, false), InlineData(0.2, 0.031, true), InlineData(2, 0.149, false), InlineData(2, 0.151, true)]
    public void ErrorAlongTheWay_IsTooMuchFromATwentiethOn(double lengthM, double lostM, bool isTooMuch)
    {
        TooMuch(lengthM, new LostPlace(lostM, 0, 0, 0)).ShouldBe(isTooMuch);
        TooMuch(lengthM, new LostPlace(-lostM, 5, 0, 0)).ShouldBe(isTooMuch, "what lies across changes no length");
    }

    [Fact]
    public void ErrorsOfOneSense_Add_AndOfOppositeSensesDoNotCancel()
    {
        MaxLengthErrorM(1, new(0.05, 0, 0, 0), new(0.03, 0, 0, 0), new(-0.06, 0, 0, 0)).ShouldBe(0.08, 1e-12);
        MaxLengthErrorM(1, new(0.05, 0, 0, 0), new(-0.03, 0, 0, 0), new(-0.06, 0, 0, 0)).ShouldBe(0.09, 1e-12);
    }

    // Along a diagonal way both components count.
    [Fact]
    public void WayThatGoesAcross_HasErrorsAcross()
    {
        LostPlaces none = default, lost = default;
        lost[0] = new LostPlace(0.1, -0.05, 0, 0);
        MidStanceReference start = Reference(default, none), end = Reference(new(0.6, 0.8, 0), lost);
        ClippingError.MaxLengthErrorM(in start, in end, 1).ShouldBe((0.6 * 0.1) - (0.8 * 0.05), 1e-12);
    }

    [Fact]
    public void WhatWasLostBefore_IsOfOtherStrides()
    {
        LostPlaces before = default, after = default;
        before[0] = new LostPlace(1, 0, 0.5, 2);
        after[0] = new LostPlace(1.02, 0, 0.6, 2.1);
        MidStanceReference start = Reference(default, before), end = Reference(new(1, 0, 0), after);
        ClippingError.MaxLengthErrorM(in start, in end, 1).ShouldBe(0.02 + (0.5 * 0.01), 1e-9);
        ClippingError.MaxTurnErrorRad(in start, in end).ShouldBe(0.1, 1e-12);
    }

    // A way measured along an axis that is tilted is shorter by the square of it; of several the greatest.
    [Fact]
    public void LostRotation_ShortensTheWay()
    {
        MaxLengthErrorM(2, new(0, 0, 0, 0.1), new(0, 0, 0, 0.3), default).ShouldBe(0.5 * 2 * 0.09, 1e-12);
        MaxLengthErrorM(0, new(0, 0, 0, 0.1), default, default).ShouldBe(0);
    }

    // Ten degrees of likely turn.
    [Theory, InlineData(0.26, false), InlineData(0.264, true), InlineData(-0.264, true)]
    public void LostTurn_IsTooMuchFromTenDegreesOn(double turnRad, bool isTooMuch) => TooMuch(2, new LostPlace(0, 0, turnRad, 0)).ShouldBe(isTooMuch);

    [Fact]
    public void TurnsToBothSides_DoNotCancel()
    {
        LostPlaces none = default, lost = default;
        (lost[0], lost[1], lost[2]) = (new(0, 0, 0.2, 0), new(0, 0, -0.3, 0), new(0, 0, 0.05, 0));
        MidStanceReference start = Reference(default, none), end = Reference(new(1, 0, 0), lost);
        ClippingError.MaxTurnErrorRad(in start, in end).ShouldBe(0.3, 1e-12);
        ClippingError.MaxTurnErrorRad(in end, in start).ShouldBe(0.3, 1e-12);
    }

    private static bool TooMuch(double lengthM, LostPlace place)
    {
        LostPlaces none = default, lost = default;
        lost[1] = place;
        MidStanceReference start = Reference(default, none), end = Reference(new(lengthM, 0, 0), lost);
        return ClippingError.IsTooMuch(in start, in end, lengthM);
    }

    private static double MaxLengthErrorM(double lengthM, LostPlace a, LostPlace b, LostPlace c)
    {
        LostPlaces none = default, lost = default;
        (lost[0], lost[1], lost[3]) = (a, b, c);
        MidStanceReference start = Reference(default, none), end = Reference(new(lengthM, 0, 0), lost);
        return ClippingError.MaxLengthErrorM(in start, in end, lengthM);
    }

    private static MidStanceReference Reference(Vector3D place, LostPlaces lost) => new(default, place, Attitude.Identity.ToMatrix(), 0, 0, lost);
}
