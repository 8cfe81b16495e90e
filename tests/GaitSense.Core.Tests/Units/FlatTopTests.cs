using FsCheck;
using FsCheck.Fluent;

namespace GaitSense.Core.Tests;

public sealed class FlatTopTests
{
    private const double PeriodS = 0.005;

    [Fact]
    public void ConcavePeakCutAnywhere_LostNoMoreThanTheTriangle()
    {
        Gen<(double Height, double Share, double Phase)> peaks =
            from height in Gen.Choose(20, 200) from share in Gen.Choose(50, 95) from phase in Gen.Choose(0, 99) select ((double)height, share / 100.0, phase / 100.0);
        Prop.ForAll(peaks.ToArbitrary(), p =>
        {
            (double told, double lost, _) = Cut(p.Height, p.Share * p.Height, p.Phase);
            told.ShouldBeGreaterThan(0.95 * lost);
            told.ShouldBeLessThan((1.8 * lost) + (0.1 * p.Height * PeriodS));
        }).QuickCheckThrowOnFailure();
    }

    [Theory, InlineData(1), InlineData(-1)]
    public void WhatIsLost_HasTheSignOfThePeakAndItsPlaceInTime(int sign)
    {
        (double told, double lost, double middleS) = Cut(100, 60, 0.3, sign);
        Math.Sign(told).ShouldBe(sign);
        Math.Abs(told).ShouldBe(1.5 * lost, 0.15 * lost, "a parabola is two thirds of its triangle");
        middleS.ShouldBe(0.2, PeriodS);
    }

    [Fact]
    public void TwiceAsLongAFlatTop_LosesFourTimesAsMuch()
    {
        double once = Ramps(8), twice = Ramps(16);
        (twice / once).ShouldBe(4, 0.05);
    }

    [Fact]
    public void MarksAtRest_LoseNothing()
    {
        FlatTop top = default;
        Vector3D gravity = new(0, 0, 9.81);
        top.Start(in gravity);
        for (int i = 0; i < 40; i++)
        {
            if (top.TryPush(in gravity, i is > 10 and < 20, PeriodS, out Vector3D lost, out _)) lost.Length.ShouldBe(0, 1e-12);
        }
    }

    [Fact]
    public void WithoutMarks_NothingIsLost()
    {
        FlatTop top = default;
        top.Start(default);
        for (int i = 0; i < 40; i++) top.TryPush(new Vector3D(Math.Min(i, 9), 0, 0), false, PeriodS, out _, out _).ShouldBeFalse();
    }

    // A parabola over 0.2 s about 0.2 s, cut at an end: what is told, what the cut took, and when it is told to have been.
    private static (double Told, double Lost, double MiddleS) Cut(double height, double end, double phase, int sign = 1)
    {
        FlatTop top = default;
        top.Start(default);
        double told = 0, lost = 0, middle = 0;
        const int Fine = 50;
        for (int i = 1; i < 80; i++)
        {
            double t = (i + phase) * PeriodS, value = Peak(t);
            for (int k = 0; k < Fine; k++) lost += Math.Max(0, Peak(t + (k * PeriodS / Fine)) - end) * PeriodS / Fine;
            if (!top.TryPush(new Vector3D(1, sign * Math.Min(value, end), -1), value >= end, PeriodS, out Vector3D gone, out double ago)) continue;
            told += gone.Y;
            middle = t - ago;
        }

        return (told, lost, middle);

        double Peak(double t) => Math.Max(0, height * (1 - Math.Pow((t - 0.2) / 0.1, 2)));
    }

    // Straight up, flat, straight down.
    private static double Ramps(int flat)
    {
        FlatTop top = default;
        top.Start(default);
        for (int i = 1; i < 60; i++)
        {
            double value = Math.Clamp(Math.Min(i, 20 + flat - i), 0, 10);
            if (top.TryPush(new Vector3D(value, 0, 0), value >= 10, PeriodS, out Vector3D lost, out _)) return lost.X;
        }

        return 0;
    }
}
