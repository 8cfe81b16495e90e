namespace GaitSense.Core.Tests;

/// <summary>The path of a swing and its heights, kept in bins that double when time runs out of them.</summary>
public sealed class SwingPathTests
{
    [Fact]
    public void Path_ThatBowsOut_HasItsSideAndWidth()
    {
        SwingPath path = default;
        path.Begin(3);
        path.Push(0.2, new(0.3, 0.10, 0), 2, 4);
        path.Push(0.4, new(0.6, -0.04, 0.2), 5, 1);
        SwingShape shape = path.Measure(0.6, new Vector3D(1, 0, 0));
        shape.LateralM!.Value.ShouldBe(0.10, 1e-12);
        shape.WidthM!.Value.ShouldBe(0.14, 1e-12);
        shape.PathLengthM.ShouldBe(Math.Sqrt(0.1) + Math.Sqrt(0.09 + 0.0196 + 0.04) + Math.Sqrt(0.16 + 0.0016 + 0.04), 1e-9);
        (shape.PeakSpeedMps, shape.PeakRateRadPerS).ShouldBe((5.0, 4.0));
        // Seen along the way, whichever it is.
        SwingPath turned = default;
        turned.Begin(3);
        turned.Push(0.2, new(-0.10, 0.3, 0), 2, 2);
        turned.Push(0.4, new(0.04, 0.6, 0.2), 5, 1);
        SwingShape same = turned.Measure(0.6, new Vector3D(0, 1, 0));
        same.LateralM!.Value.ShouldBe(0.10, 1e-12);
        same.WidthM!.Value.ShouldBe(0.14, 1e-12);
        same.PeakRateRadPerS.ShouldBe(3);
        turned.Begin(0);
        turned.Measure(0.6, new Vector3D(0, 1, 0)).ShouldBe(new SwingShape(0, 0, 1, 0, 0));
    }

    [Theory, InlineData(0.09, false), InlineData(0.11, true)]
    public void ShortStride_HasNoLine(double lengthM, bool hasLine)
    {
        SwingPath path = default;
        path.Begin(0);
        path.Push(0.2, new(0.05, 0.3, 0), 1, 1);
        SwingShape shape = path.Measure(0.5, new Vector3D(0, lengthM, 0));
        (shape.LateralM.HasValue, shape.WidthM.HasValue).ShouldBe((hasLine, hasLine));
    }

    // What zero velocities move the foot by is error that had gathered: it is spread over the swing with the square of time, and the path before and after it is one.
    [Fact]
    public void WhatTheFilterTakesBack_IsSpreadWithTheSquareOfTime()
    {
        SwingPath path = default;
        path.Begin(0);
        path.Push(0.3, new(0.5, 0, 0), 1, 1);
        path.Shift(new Vector3D(0, 0.08, 0));
        path.Push(0.6, new(1, 0.08, 0), 1, 1);
        SwingShape shape = path.Measure(0.6, new Vector3D(1, 0, 0));
        shape.LateralM!.Value.ShouldBe(0.08, 1e-12, "all of it at the landing");
        shape.PathLengthM.ShouldBe(Math.Sqrt(0.25 + 0.0004) + Math.Sqrt(0.25 + 0.0036) + 0.08, 1e-9, "a quarter of it half way");
    }

    // A long swing keeps the last place of each of its bins.
    [Theory, InlineData(0.5), InlineData(0.7), InlineData(3), InlineData(20)]
    public void SwingOfAnyLength_FitsItsBins(double seconds)
    {
        SwingPath path = default;
        path.Begin(0);
        for (double t = 0.01; t < seconds; t += 0.01) path.Push(t, new(t / seconds, 0.1 * Math.Sin(Math.PI * t / seconds), 0), 1, 1);
        SwingShape shape = path.Measure(seconds, new Vector3D(1, 0, 0));
        shape.LateralM!.Value.ShouldBe(0.1, 0.001);
        shape.WidthM!.Value.ShouldBe(0.1, 0.001);
        shape.PathLengthM.ShouldBe(1.0245, 0.002);
    }

    [Fact]
    public void Heights_AreAboveTheLineBetweenTheMidStances()
    {
        HeightProfile heights = default;
        heights.Clear();
        heights.Push(0.105, 0.10);
        heights.Push(0.103, 0.08);
        heights.Push(0.405, 0.15);
        heights.MaxAboveLine(0.6, 0, 0).ShouldBe(0.15, 1e-12);
        // Up a step of 0.2 m: the line rises to it.
        heights.MaxAboveLine(0.6, 0.2, 0).ShouldBe(0.10 - (0.2 * 0.105 / 0.6), 1e-12);
        heights.MaxAboveLine(0.6, -0.3, 0).ShouldBe(0.15 + (0.3 * 0.405 / 0.6), 1e-12);
        double share = 0.405 / 0.6;
        heights.MaxAboveLine(0.6, 0, 0.04).ShouldBe(0.15 + (0.04 * share * share), 1e-12);
        heights.MaxAboveLine(0.2, 0, 0.04).ShouldBe(0.19, 1e-12, "after the landing all of it");
        heights.MaxAboveLine(0.6, 1, 0).ShouldBe(0, "never below it");
        heights.Clear();
        heights.MaxAboveLine(0.6, 0, 0).ShouldBe(0);
    }
}
