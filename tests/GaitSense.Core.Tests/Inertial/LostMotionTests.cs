namespace GaitSense.Core.Tests;

/// <summary>What a sensor at its end cannot have read goes on as an error of place, velocity and attitude, until a zero velocity finds it.</summary>
public sealed class LostMotionTests
{
    private const double Gravity = ErrorStateFilter.GravityMps2;
    private static readonly Matrix3 Upright = Attitude.Identity.ToMatrix();

    [Fact]
    public void LostVelocity_GoesOn()
    {
        LostMotion lost = default;
        lost.IsAny.ShouldBeFalse();
        lost.Add(new Vector3D(0.5, -0.2, 0.1), default, 0.1);
        lost.IsAny.ShouldBeTrue();
        Near(lost.Place, 0.05, -0.02, 0, 0);
        Advance(ref lost, 1);
        Near(lost.Place, 0.55, -0.22, 0, 0);
        Near(lost.VelocityMps, new(0.5, -0.2, 0.1));
    }

    // 0.1 rad toes down that was not read: gravity has pushed along the wrong axes since.
    [Fact]
    public void LostTilt_LetsGravityPush()
    {
        LostMotion lost = default;
        lost.Add(default, new Vector3D(0, 0.1, 0), 0.2);
        double pushMps2 = 0.1 * Gravity;
        Near(lost.VelocityMps, new(0.2 * pushMps2, 0, 0));
        Near(lost.Place, 0.5 * pushMps2 * 0.04, 0, 0, 0.1);
        Advance(ref lost, 0.8);
        Near(lost.VelocityMps, new(pushMps2, 0, 0));
        Near(lost.Place, 0.5 * pushMps2, 0, 0, 0.1);
    }

    // A heading that is wrong already turns the strides to come as wholes: it stays in the turn, and pushes nothing to the side.
    [Fact]
    public void LostTurn_IsOfTheStrideInWhichItWasLost()
    {
        LostMotion lost = default;
        lost.Add(default, new Vector3D(0, 0, 0.2), 0);
        lost.Place.TurnRad.ShouldBe(0.2);
        Advance(ref lost, 1, new Vector3D(1, 0, Gravity));
        Near(lost.VelocityMps, new(0, 0.2, 0));
        lost.SetReference();
        lost.Place.TurnRad.ShouldBe(0.2);
        Advance(ref lost, 1, new Vector3D(1, 0, Gravity));
        Near(lost.VelocityMps, new(0, 0.2, 0));
        lost.Add(default, new Vector3D(0, 0, 0.1), 0);
        lost.Place.TurnRad.ShouldBe(0.3, 1e-12);
        lost.Place.RotationRad.ShouldBe(0.3, 1e-12);
        lost.Add(default, new Vector3D(0, 0, -0.3), 0);
        lost.Place.TurnRad.ShouldBe(0, 1e-12);
        lost.Place.RotationRad.ShouldBe(0.6, 1e-12, "it only grows");
    }

    [Fact]
    public void Measurement_FindsWhatItFinds()
    {
        LostMotion lost = default;
        lost.Add(new Vector3D(1, 0, 0), new Vector3D(0, 0, 0.1), 0);
        var correction = new double[ErrorCovariance.Stride];
        (correction[ErrorCovariance.Position], correction[ErrorCovariance.Position + 1], correction[ErrorCovariance.Velocity], correction[ErrorCovariance.Angle + 2]) = (0.2, 0.3, 0.6, 0.04);
        (correction[ErrorCovariance.GyroBias + 2], correction[ErrorCovariance.AccelBias + 1]) = (0.01, 0.5);
        lost.Find(correction);
        Near(lost.Place, -0.2, -0.3, 0.06, 0.1);
        Near(lost.VelocityMps, new(0.4, 0, 0));
        Near(lost.GyroBiasRadPerS, new(0, 0, -0.01));
        // What was put into the biases by mistake turns and pushes on.
        Advance(ref lost, 1);
        lost.Place.TurnRad.ShouldBe(0.06 + 0.01, 1e-9);
        lost.VelocityMps.Y.ShouldBe(0.5, 1e-9);
    }

    // Pushing off and braking, beyond the positive ends and the negative ones, are kept apart: they must not cancel.
    [Fact]
    public void FourKinds_AreKeptApart()
    {
        LostMotions lost = default;
        lost.LoseVelocity(new Vector3D(1, -2, 0), in Upright, 0.5);
        lost.LoseVelocity(new Vector3D(-1, 0, 0), in Upright, 0.5);
        lost.LoseAngle(new Vector3D(0, 0, 0.1), in Upright, 0);
        lost.LoseAngle(new Vector3D(0, 0, -0.3), in Upright, 0);
        LostPlaces places = lost.Places;
        Near(places[0], 0.5, 0, 0, 0);
        Near(places[1], -0.5, -1, 0, 0);
        Near(places[2], 0, 0, 0.1, 0.1);
        Near(places[3], 0, 0, -0.3, 0.3);
        lost.Advance(in Upright, new Vector3D(0, 0, Gravity), 0.1);
        Near(lost.Places[0], 0.6, 0, 0, 0);
        Near(lost.Places[1], -0.6, -1.2, 0, 0);
        lost.SetReference();
        lost.Places[3].TurnRad.ShouldBe(-0.3, 1e-12);
    }

    [Fact]
    public void WhatWasLost_IsInTheWalksAxes()
    {
        Matrix3 left = Attitude.FromAxes(new Vector3D(0, -1, 0), new Vector3D(0, 0, 1)).ToMatrix();
        LostMotions lost = default;
        lost.LoseVelocity(new Vector3D(1, 0, 0), in left, 1);
        lost.LoseVelocity(new Vector3D(-2, 0, 0), in left, 1);
        Near(lost.Places[0], 0, 1, 0, 0);
        Near(lost.Places[1], 0, -2, 0, 0);
    }

    // A zero velocity soon after a lost landing finds all of it; one after a second of flight leaves the way that was made.
    [Fact]
    public void ZeroVelocity_FindsWhatTheFilterHolds()
    {
        ErrorStateFilter filter = new(new FilterNoise());
        filter.Align(Attitude.Identity, 0.001, 0.001);
        filter.ReferenceLost()[0].ShouldBe(default);
        filter.LoseVelocity(new Vector3D(0.5, 0, 0), 0);
        filter.LoseTrack(0, 0.5, 0);
        filter.MeasureVelocity(default, 0.001, 0);
        Math.Abs(filter.ReferenceLost()[0].XM).ShouldBeLessThan(0.001);
        filter.LoseVelocity(new Vector3D(-0.5, 0, 0), 0);
        filter.LoseAngle(new Vector3D(0, 0, 0.2), 0);
        for (int i = 0; i < 100; i++) filter.Propagate(default, new(0, 0, Gravity), 0.01, 0, 0);
        LostPlaces before = filter.ReferenceLost();
        before[1].XM.ShouldBe(-0.5, 0.01);
        before[2].TurnRad.ShouldBe(0.2, 0.01);
        filter.MeasureVelocity(default, 0.001, 0);
        filter.ReferenceLost()[1].XM.ShouldBeInRange(-0.4, -0.01);
    }

    private static void Advance(ref LostMotion lost, double seconds, Vector3D? force = null)
    {
        for (int i = 0; i < (int)Math.Round(seconds / 0.01); i++) lost.Advance(in Upright, force ?? new Vector3D(0, 0, Gravity), 0.01);
    }

    private static void Near(LostPlace actual, double x, double y, double turn, double rotation)
    {
        actual.XM.ShouldBe(x, 1e-9);
        actual.YM.ShouldBe(y, 1e-9);
        actual.TurnRad.ShouldBe(turn, 1e-9);
        actual.RotationRad.ShouldBe(rotation, 1e-9);
    }

    private static void Near(Vector3D actual, Vector3D expected) => (actual - expected).Length.ShouldBeLessThan(1e-9, $"{actual} is not {expected}");
}
