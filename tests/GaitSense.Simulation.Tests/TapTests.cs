using GaitSense.Core;
using GaitSense.Simulation.Motion;
using GaitSense.Simulation.Plan;

namespace GaitSense.Simulation.Tests;

/// <summary>A foot that taps the floor is knocked as hard as was asked for, comes back to where it stood, and takes no step.</summary>
public sealed class TapTests
{
    [Theory]
    [InlineData(20, false)]
    [InlineData(20, true)]
    [InlineData(78, false)]
    [InlineData(78, true)]
    public void Tap_IsAShortKnockOfAFootThatOtherwiseRests(double peakMps2, bool isToe)
    {
        FootTap first = new(Foot.Left, 3, peakMps2, isToe);
        SimulatedWalk walk = Walker.Walk(new GaitParameters(), [WalkSegment.Stand(6) with { Taps = [first, first with { AtS = 3.3 }] }], seed: 1);
        foreach (double atS in (double[])[3, 3.3]) Peak(walk.Left, atS - 0.05, atS + 0.1).ShouldBeInRange(0.7 * peakMps2, 1.4 * peakMps2);
        (walk.Left.At(5).PositionM - walk.Left.At(1).PositionM).Length.ShouldBeLessThan(1e-9);
        Peak(walk.Left, 1, 2.6).ShouldBeLessThan(0.01);
        Peak(walk.Right, 1, 5).ShouldBeLessThan(0.01);
        walk.Strides.ShouldBeEmpty();
    }

    private static double Peak(FootTrajectory foot, double fromS, double toS)
    {
        double peak = 0;
        for (double t = fromS; t < toS; t += 0.0005) peak = Math.Max(peak, foot.At(t).AccelerationMps2.Length);
        return peak;
    }
}
