using GaitSense.Simulation;

namespace GaitSense.Core.Tests;

/// <summary>The lowest points of the last 64 cells of time, and the lines below them.</summary>
public sealed class EnvelopeWindowTests
{
    [Fact]
    public void OfACell_TheLowestPointAlongTheSlopeIsKept()
    {
        EnvelopeWindow window = new(2);
        window.IsEmpty.ShouldBeTrue();
        window.Add(0.5, 1, 0).ShouldBeTrue();
        window.Add(1.5, 1, 0).ShouldBeFalse("as low is no news");
        window.Add(1.5, 1.05, 0.1).ShouldBeTrue("0.95 along a slope of 0.1");
        (window.FirstX, window.LastX).ShouldBe((1.5, 1.5));
        window.Add(2.5, 3, 0).ShouldBeTrue("another cell");
        (window.FirstX, window.LastX).ShouldBe((1.5, 2.5));
        window.IsEmpty.ShouldBeFalse();
    }

    [Fact]
    public void Support_IsTheHighestLineBelowAllPoints()
    {
        EnvelopeWindow window = new(2);
        window.Add(1, 5, 0);
        window.Add(11, 6, 0);
        window.Support(0, 7).ShouldBe(5);
        window.Support(0.2, 1).ShouldBe(4, 1e-12); // held by the second: 6 - 0.2 x 10
        window.Support(-0.2, 11).ShouldBe(3, 1e-12); // held by the first
    }

    [Fact]
    public void WhatIsOlderThanTheWindow_IsForgottenAndNotTakenAnyMore()
    {
        EnvelopeWindow window = new(1);
        window.Add(-3.5, 0, 0).ShouldBeTrue();
        window.Add(59.5, 1, 0).ShouldBeTrue();
        window.FirstX.ShouldBe(-3.5);
        window.Add(60.5, 1, 0).ShouldBeTrue();
        window.FirstX.ShouldBe(59.5, "64 cells");
        window.Support(0, 0).ShouldBe(1);
        window.Add(-3.5, 0, 0).ShouldBeFalse();
        window.Add(-2.5, 0.5, 0).ShouldBeTrue();
        (window.FirstX, window.LastX).ShouldBe((-2.5, 60.5));
    }

    [Fact]
    public void TimeThatGoesOn_EmptiesTheWindow()
    {
        EnvelopeWindow window = new(1);
        window.Advance(100);
        window.IsEmpty.ShouldBeTrue();
        window.Add(5.5, 1, 0);
        window.Advance(3);
        window.Advance(68.5);
        window.IsEmpty.ShouldBeFalse();
        window.Advance(69.5);
        (window.IsEmpty, window.FirstX, window.LastX).ShouldBe((true, 0.0, 0.0));
        window.Add(5.5, 1, 0).ShouldBeTrue("empty, it begins anew");
    }

    // The line is found once for a slope: it has to follow each point that comes, and each that goes.
    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Support_AskedAgainAndAgain_IsAlwaysThatOfThePointsThereAre(int seed)
    {
        DeterministicRandom random = new((ulong)seed, 11);
        EnvelopeWindow window = new(0.5);
        SortedDictionary<long, (double X, double Y)> lowest = [];
        double slope = 0;
        for (int i = 0; i < 3000; i++)
        {
            double x = (0.02 * i) - (random.NextDouble() < 0.1 ? 1 : 0), y = random.NextNormal();
            if (random.NextDouble() < 0.02) slope = 0.2 * random.NextNormal();
            window.Add(x, y, 0);
            long cell = (long)Math.Floor(x / 0.5);
            if (!lowest.TryGetValue(cell, out (double X, double Y) before) || y < before.Y) lowest[cell] = (x, y);
            long newest = lowest.Keys.Max();
            foreach (long old in lowest.Keys.Where(k => k <= newest - EnvelopeWindow.Cells).ToList()) lowest.Remove(old);
            window.Support(slope, x).ShouldBe(lowest.Values.Min(p => p.Y - (slope * (p.X - x))), 1e-9);
        }
    }
}
