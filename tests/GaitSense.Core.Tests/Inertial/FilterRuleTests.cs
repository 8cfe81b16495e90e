namespace GaitSense.Core.Tests;

/// <summary>The equations of FILTER.md, one at a time: how the state moves, and how unsure it becomes.</summary>
public sealed class FilterRuleTests
{
    private const double Gravity = ErrorStateFilter.GravityMps2, Dt = 0.01;

    private static readonly FilterNoise Silent = new()
    {
        GyroNoiseRadPerSPerSqrtHz = 0,
        GyroScaleNoise = 0,
        AccelNoiseMps2PerSqrtHz = 0,
        AccelScaleNoise = 0,
        InitialGyroBiasRadPerS = 0,
        GyroBiasWalk = 0,
        InitialAccelBiasMps2 = 0,
        AccelBiasWalk = 0,
    };

    [Fact]
    public void Push_OfTwoMetersPerSecondSquared_MovesTheFootAsAtSchool()
    {
        ErrorStateFilter filter = new(Silent);
        Move(filter, default, new(2, -1, Gravity + 0.5), 0.5);
        Near(filter.Current.VelocityMps, new(1, -0.5, 0.25));
        Near(filter.Current.PositionM, new(0.25, -0.125, 0.0625));
    }

    // A quarter turn to the left, then a push along the foot: it goes to the walk's left.
    [Fact]
    public void TurnedFoot_PushesWhereItPoints()
    {
        ErrorStateFilter filter = new(Silent);
        Move(filter, new(0, 0, Math.PI), new(0, 0, Gravity), 0.5);
        Near(filter.Current.VelocityMps, default);
        Move(filter, default, new(2, 0, Gravity), 0.5);
        Near(filter.Current.VelocityMps, new(0, 1, 0));
        Near(filter.Current.Rotation.Multiply(new Vector3D(1, 0, 0)), new(0, 1, 0));
    }

    [Fact]
    public void Align_SetsTheAttitude_AndForgetsTheVelocity()
    {
        ErrorStateFilter filter = new(Silent);
        Move(filter, default, new(3, 0, Gravity), 1);
        filter.Align(Attitude.FromAxes(new Vector3D(0, 1, 0), new Vector3D(0, 0, 1)), 0.1, 0.2);
        filter.Current.VelocityMps.ShouldBe(default);
        Near(filter.Current.Rotation.Multiply(new Vector3D(0, 1, 0)), new(1, 0, 0));
        filter.HorizontalPositionSd().ShouldBe(0);
        (double level, double vertical) = filter.VelocitySd();
        level.ShouldBe(0.2 * Math.Sqrt(2), 1e-9);
        vertical.ShouldBe(0.2, 1e-9);
    }

    [Fact]
    public void NewFilter_KnowsItsVelocityToTwoMetersPerSecond()
    {
        (double level, double vertical) = new ErrorStateFilter(new FilterNoise()).VelocitySd();
        (level, vertical).ShouldBe((Math.Sqrt(8), 2.0));
    }

    // A velocity that is unsure by 0.1 m/s makes the place unsure by as much in each second, to both sides.
    [Fact]
    public void UnsureVelocity_MakesThePlaceUnsure_UntilItIsCountedAnew()
    {
        ErrorStateFilter filter = new(Silent);
        filter.Align(Attitude.Identity, 0, 0.1);
        Move(filter, default, new(0, 0, Gravity), 2);
        filter.HorizontalPositionSd().ShouldBe(0.2 * Math.Sqrt(2), 1e-9);
        filter.SetPositionReference();
        filter.HorizontalPositionSd().ShouldBe(0);
        Move(filter, default, new(0, 0, Gravity), 1);
        filter.HorizontalPositionSd().ShouldBe(0.1 * Math.Sqrt(2), 1e-9);
    }

    // A tilt of 0.01 rad lets gravity push sideways by 0.098 m/s².
    [Fact]
    public void UnsureTilt_LetsGravityPushSideways()
    {
        ErrorStateFilter filter = new(Silent);
        filter.Align(Attitude.Identity, 0.01, 0);
        Move(filter, default, new(0, 0, Gravity), 1);
        (double level, double vertical) = filter.VelocitySd();
        level.ShouldBe(0.01 * Gravity * Math.Sqrt(2), 1e-6);
        vertical.ShouldBe(0, 1e-9);
        filter.HorizontalPositionSd().ShouldBe(0.005 * Gravity * Math.Sqrt(2), 1e-3);
    }

    // (10): white noise of the force makes a velocity whose variance grows with time; a clipped or missing reading adds its own; a scale error pushes along the axis that is pushed.
    [Theory, InlineData(0.1, 0, 0, 0.1, 0.1), InlineData(0, 30, 0, 3, 3), InlineData(0, 0, 0.05, 0.1, 0), InlineData(0.1, 30, 0.05, 3.00333, 3.00167)]
    public void NoiseOfTheForce_MakesTheVelocityUnsure(double noise, double further, double scale, double alongMps, double upMps)
    {
        ErrorStateFilter filter = new(Silent with { AccelNoiseMps2PerSqrtHz = noise, AccelScaleNoise = scale });
        filter.Align(Attitude.Identity, 0, 0);
        for (int i = 0; i < 100; i++) filter.Propagate(default, new(2, 0, Gravity), Dt, 0, further * further);
        (double level, double vertical) = filter.VelocitySd();
        double across = Math.Sqrt((noise * noise) + (further * further * Dt));
        level.ShouldBe(Math.Sqrt((alongMps * alongMps) + (across * across)), 1e-4);
        vertical.ShouldBe(upMps, 1e-4);
    }

    // (9): as it is with the rate; seen as what gravity does to a foot whose tilt is unsure: g σ √(t³/3). Turning about the vertical tilts nothing.
    [Theory, InlineData(0.002, 0, 0, 0, 0, 0.002, 0.002), InlineData(0, 0.5, 0, 0, 0, 0.05, 0.05), InlineData(0, 0, 0.015, 0, 4, 0, 0), InlineData(0, 0, 0.015, 0.4, 0, 0.006, 0)]
    public void NoiseOfTheRate_MakesTheAttitudeUnsure(double noise, double further, double scale, double rateX, double rateZ, double aboutX, double aboutY)
    {
        ErrorStateFilter filter = new(Silent with { GyroNoiseRadPerSPerSqrtHz = noise, GyroScaleNoise = scale });
        filter.Align(Attitude.Identity, 0, 0);
        Attitude attitude = Attitude.Identity;
        for (int i = 0; i < 100; i++)
        {
            Vector3D half = new(0.5 * rateX * Dt, 0, 0.5 * rateZ * Dt);
            attitude.RotateTwice(in half, out Attitude middle);
            filter.Propagate(new(rateX, 0, rateZ), middle.ToMatrix().TransposeMultiply(new Vector3D(0, 0, Gravity)), Dt, further * further, 0);
        }

        filter.VelocitySd().Level.ShouldBe(Gravity * Math.Sqrt(((aboutX * aboutX) + (aboutY * aboutY)) / 3), 0.04 * Gravity * (aboutX + aboutY) / Math.Sqrt(3) + 1e-6);
    }

    // (11): biases wander.
    [Fact]
    public void Biases_AreUnsureFromTheStart_AndWander()
    {
        ErrorStateFilter still = new(Silent with { InitialAccelBiasMps2 = 0.02 }), wandering = new(Silent with { AccelBiasWalk = 0.001 }), turning = new(Silent with { InitialGyroBiasRadPerS = 0.02 }), gyro = new(Silent with { GyroBiasWalk = 0.001 });
        foreach (ErrorStateFilter filter in (ErrorStateFilter[])[still, wandering, turning, gyro])
        {
            filter.Align(Attitude.Identity, 0, 0);
            Move(filter, default, new(0, 0, Gravity), 1);
        }

        still.VelocitySd().Vertical.ShouldBe(0.02, 1e-6);
        wandering.VelocitySd().Vertical.ShouldBe(0.001 / Math.Sqrt(3), 5e-5);
        turning.VelocitySd().Level.ShouldBe(0.02 * Gravity / 2 * Math.Sqrt(2), 2e-3);
        gyro.VelocitySd().Level.ShouldBe(0.001 * Gravity / Math.Sqrt(20) * Math.Sqrt(2), 1e-3);
    }

    // A velocity that is measured as surely as it is known moves it half the way; what is refused changes nothing.
    [Fact]
    public void VelocityMeasuredAsSurelyAsItIsKnown_IsMetHalfWay()
    {
        ErrorStateFilter filter = new(Silent);
        filter.Align(Attitude.Identity, 0, 0.1);
        filter.MeasureVelocity(new Vector3D(0.1, -0.2, 0.3), 0.1, 0).ShouldBeTrue();
        Near(filter.Current.VelocityMps, new(0.05, -0.1, 0.15));
        filter.VelocitySd().Vertical.ShouldBe(0.1 / Math.Sqrt(2), 1e-9);
    }

    // (17): three components together beyond three times the square of the gate, on whichever axis.
    [Theory, InlineData(0), InlineData(1), InlineData(2)]
    public void VelocityBeyondTheGate_IsRefusedOnEachAxis(int axis)
    {
        // 0.1 and 0.05 m/s: a standard deviation of 0.1118; four of them, times the root of three, are 0.7746 m/s.
        foreach ((double mps, bool isTaken) in ((double, bool)[])[(0.770, true), (0.780, false)])
        {
            ErrorStateFilter filter = new(Silent);
            filter.Align(Attitude.Identity, 0, 0.1);
            filter.MeasureVelocity(axis switch { 0 => new(mps, 0, 0), 1 => new(0, mps, 0), _ => new(0, 0, mps) }, 0.05, 4).ShouldBe(isTaken);
            (filter.Current.VelocityMps != default).ShouldBe(isTaken);
        }
    }

    // A foot that stands: what its gyroscope reads is bias, as far as that is surer than what was known.
    [Fact]
    public void RateOfAFootThatStands_IsBias()
    {
        ErrorStateFilter filter = new(Silent with { InitialGyroBiasRadPerS = 0.02 });
        filter.ZeroRate(new Vector3D(0.01, -0.02, 0.03), 0.02);
        Near(filter.Current.GyroBiasRadPerS, new(0.005, -0.01, 0.015));
        filter.ZeroRate(new Vector3D(0.01, -0.02, 0.03), 1e-6);
        (filter.Current.GyroBiasRadPerS - new Vector3D(0.01, -0.02, 0.03)).Length.ShouldBeLessThan(1e-6);
        // And is taken out from there on.
        filter.Align(Attitude.Identity, 0, 0);
        Move(filter, new(0.01, -0.02, 0.03), new(0, 0, Gravity), 1);
        (filter.Current.Rotation.Multiply(new Vector3D(1, 0, 0)) - new Vector3D(1, 0, 0)).Length.ShouldBeLessThan(1e-6);
    }

    // A known push of a foot whose tilt is not known: the velocity that it should not have tells the tilt, and the place with it.
    [Fact]
    public void ZeroAfterADrift_FindsTheTiltAndThePlace()
    {
        ErrorStateFilter filter = new(Silent);
        filter.Align(Attitude.Identity, 0.05, 0);
        // Tilted by 0.02 rad about the left axis, a foot at rest seems to be pushed.
        Move(filter, default, new(-0.02 * Gravity, 0, Gravity), 1);
        filter.Current.VelocityMps.X.ShouldBe(-0.02 * Gravity, 1e-6);
        filter.MeasureVelocity(default, 0.001, 0).ShouldBeTrue();
        filter.Current.VelocityMps.Length.ShouldBeLessThan(0.005);
        filter.Current.PositionM.Length.ShouldBeLessThan(0.004, "the way it made comes back with the velocity");
        filter.Current.Rotation.Multiply(new Vector3D(-0.02, 0, 1)).X.ShouldBe(0, 1e-3);
    }

    [Fact]
    public void LosingTrack_AddsToWhatIsUnsure_AndLosingTheCalibrationForgetsTheBias()
    {
        ErrorStateFilter filter = new(Silent with { InitialAccelBiasMps2 = 0.02 });
        filter.Align(Attitude.Identity, 0, 0.3);
        filter.LoseTrack(0.1, 0.4, 0.7);
        filter.VelocitySd().Vertical.ShouldBe(0.5, 1e-9);
        filter.HorizontalPositionSd().ShouldBe(0.7 * Math.Sqrt(2), 1e-9);
        // A foot that falls by 0.01 m/s too much in a second has an accelerometer that is off.
        filter.Align(Attitude.Identity, 0, 0);
        Move(filter, default, new(0, 0, Gravity + 0.01), 1);
        filter.MeasureVelocity(default, 1e-5, 0);
        filter.Current.AccelBiasMps2.Z.ShouldBe(0.01, 1e-4);
        filter.LoseCalibration(0, 0.2);
        filter.Current.AccelBiasMps2.ShouldBe(default);
        filter.SetPositionReference();
        Move(filter, default, new(0, 0, Gravity), 1);
        filter.VelocitySd().Vertical.ShouldBe(Math.Sqrt((0.2 * 0.2) + (0.02 * 0.02)), 1e-4);
    }

    private static void Move(ErrorStateFilter filter, Vector3D rate, Vector3D force, double seconds)
    {
        for (int i = 0; i < (int)Math.Round(seconds / Dt); i++) filter.Propagate(in rate, in force, Dt, 0, 0);
    }

    private static void Near(Vector3D actual, Vector3D expected) => (actual - expected).Length.ShouldBeLessThan(1e-9, $"{actual} is not {expected}");
}
