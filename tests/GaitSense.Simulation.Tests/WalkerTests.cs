using GaitSense.Core;
using GaitSense.Simulation.Motion;
using GaitSense.Simulation.Plan;

namespace GaitSense.Simulation.Tests;

public sealed class WalkerTests
{
    private static readonly SimulatedWalk Walk = Walker.Walk(
        new GaitParameters(),
        [
            WalkSegment.Stand(2), WalkSegment.Walk(WalkManner.Forward, 10), WalkSegment.Walk(WalkManner.Forward, 6, Math.PI),
            WalkSegment.Walk(WalkManner.Forward, 6), WalkSegment.Stand(1), WalkSegment.Walk(WalkManner.Backward, 10), WalkSegment.Stand(1),
            WalkSegment.Walk(WalkManner.Left, 6), WalkSegment.Walk(WalkManner.Right, 6), WalkSegment.Walk(WalkManner.InPlace, 6),
            WalkSegment.Walk(WalkManner.StairsUp, 8), WalkSegment.Stand(1), WalkSegment.Walk(WalkManner.StairsDown, 8),
        ],
        seed: 1);

    [Theory, InlineData(Foot.Left), InlineData(Foot.Right)]
    public void IdealSample_IntegratedTwice_ReturnsThePathToAMillimetre(Foot foot)
    {
        FootTrajectory trajectory = Walk[foot];
        foreach (SimulatedStride stride in Walk.Strides.Where(s => s.Foot == foot))
        {
            Vector3D error = Inertial.Integrate(trajectory, stride.MidStanceStartS, stride.MidStanceEndS, 0.0005)
                - trajectory.At(stride.MidStanceEndS).PositionM;
            error.Length.ShouldBeLessThan(0.001, $"{foot} stride {stride.Index}");
        }
    }

    [Theory, InlineData(Foot.Left), InlineData(Foot.Right)]
    public void At_AnyInstant_DerivativesAgreeWithDifferences(Foot foot)
    {
        const double H = 1e-5;
        for (double t = 1; t < Walk.DurationS - 1; t += 0.0137)
        {
            FootState before = Walk[foot].At(t - H), now = Walk[foot].At(t), after = Walk[foot].At(t + H);
            (((after.PositionM - before.PositionM) * (1 / (2 * H))) - now.VelocityMps).Length.ShouldBeLessThan(2e-4, $"at {t} s");
            (((after.VelocityMps - before.VelocityMps) * (1 / (2 * H))) - now.AccelerationMps2).Length.ShouldBeLessThan(0.3, $"at {t} s");
        }
    }

    [Theory, InlineData(Foot.Left), InlineData(Foot.Right)]
    public void At_FootFlat_IsTrulyStillAndFeelsGravityUp(Foot foot)
    {
        foreach (SimulatedStride stride in Walk.Strides.Where(s => s.Foot == foot))
        {
            FootState state = Walk[foot].At(stride.MidStanceEndS);
            state.VelocityMps.Length.ShouldBe(0, 1e-12);
            state.AngularRateRadPerS.Length.ShouldBe(0, 1e-12);
            state.SpecificForceMps2.X.ShouldBe(0, 1e-9);
            state.SpecificForceMps2.Z.ShouldBe(FootState.GravityMps2, 1e-9);
        }
    }

    [Fact]
    public void Strides_Lengths_AreDifferencesOfThePath()
    {
        foreach (SimulatedStride stride in Walk.Strides)
        {
            Vector3D way = Walk[stride.Foot].At(stride.MidStanceEndS).PositionM - Walk[stride.Foot].At(stride.MidStanceStartS).PositionM;
            stride.LengthM.ShouldBe(Math.Sqrt((way.X * way.X) + (way.Y * way.Y)), 1e-12);
            stride.HeightChangeM.ShouldBe(way.Z, 1e-12);
        }
    }

    [Fact]
    public void Strides_Directions_AreThoseOfTheScript()
    {
        foreach (SimulatedStride stride in Walk.Strides)
        {
            WalkingDirection expected = stride.Manner switch
            {
                WalkManner.Backward => WalkingDirection.Backward,
                WalkManner.Left => WalkingDirection.Left,
                WalkManner.Right => WalkingDirection.Right,
                WalkManner.InPlace => WalkingDirection.InPlace,
                _ => WalkingDirection.Forward,
            };
            bool closing = stride.Manner is not WalkManner.InPlace && stride.LengthM < 0.15;
            if (!closing) stride.Direction.ShouldBe(expected, $"{stride.Foot} {stride.Index} {stride.Manner} {stride.LengthM:F2} m");
        }
    }

    [Fact]
    public void At_WholeWalk_TheSoleStaysAboveTheGround()
    {
        for (double t = 0; t < Walk.DurationS; t += 0.002)
            foreach (Foot foot in (Foot[])[Foot.Left, Foot.Right])
                Walk[foot].SoleClearanceM(t).ShouldBeGreaterThan(-0.006, $"{foot} at {t} s");
    }

    [Fact]
    public void Strides_Swing_LeavesTheGroundAtTerminalContactAndReturnsAtInitialContact()
    {
        foreach (SimulatedStride stride in Walk.Strides)
        {
            FootTrajectory foot = Walk[stride.Foot];
            foot.SoleClearanceM(stride.TerminalContactS).ShouldBe(0, 1e-9);
            foot.SoleClearanceM(stride.EndS).ShouldBe(0, 1e-9);
            stride.ToeClearanceM.ShouldBeGreaterThan(0.004);
        }
    }

    [Fact]
    public void Strides_ForwardAndBackward_LandHeelFirstAndToeFirst()
    {
        foreach (SimulatedStride stride in Walk.Strides.Where(s => s.LengthM > 0.5))
        {
            if (stride.Manner == WalkManner.Forward)
            {
                stride.AngleAtInitialContactRad.ShouldBeInRange(0.2, 0.6);
                stride.AngleAtTerminalContactRad.ShouldBeInRange(-1.4, -0.7);
            }

            if (stride.Manner == WalkManner.Backward)
            {
                stride.AngleAtInitialContactRad.ShouldBeInRange(-0.9, -0.2);
                stride.AngleAtTerminalContactRad.ShouldBeInRange(0.05, 0.5);
            }
        }
    }

    [Fact]
    public void Walk_SameSeed_IsTheSameBitForBit()
    {
        SimulatedWalk Again(ulong seed) => Walker.Walk(new GaitParameters(), [WalkSegment.Walk(WalkManner.Forward, 12)], seed);
        SimulatedWalk a = Again(5), b = Again(5), c = Again(6);
        b.Strides.ShouldBe(a.Strides);
        b.Left.At(3.21).ShouldBe(a.Left.At(3.21));
        c.Strides.ShouldNotBe(a.Strides);
    }

    [Fact]
    public void Walk_Backward_HasShorterStridesAtTheSameCadenceAndMoreDoubleSupport()
    {
        GaitParameters person = new();
        SimulatedStride[] Steady(WalkManner manner) =>
            [.. Walker.Walk(person, [WalkSegment.Walk(manner, 60)], 3).Strides.Skip(4).SkipLast(4)];
        SimulatedStride[] forward = Steady(WalkManner.Forward), backward = Steady(WalkManner.Backward);
        double Mean(SimulatedStride[] strides, Func<SimulatedStride, double> of) => strides.Average(of);

        Mean(backward, s => s.LengthM).ShouldBe(person.BackwardLengthRatio * Mean(forward, s => s.LengthM), 0.02);
        Mean(backward, s => s.EndS - s.StartS!.Value).ShouldBe(Mean(forward, s => s.EndS - s.StartS!.Value), 0.015);
        Mean(backward, s => s.EndS - s.TerminalContactS).ShouldBeLessThan(Mean(forward, s => s.EndS - s.TerminalContactS));
        Mean(forward, s => s.LengthM).ShouldBe(person.StrideLengthM, 0.02);
        (Mean(forward, s => s.LengthM) / Mean(forward, s => s.EndS - s.StartS!.Value)).ShouldBe(person.SpeedMps, 0.03);
    }
}
