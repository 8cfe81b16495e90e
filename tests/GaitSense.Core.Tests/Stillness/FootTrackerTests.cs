namespace GaitSense.Core.Tests;

/// <summary>When a foot stands still, how sure a zero velocity is, and what makes its place unsure.</summary>
public sealed class FootTrackerTests
{
    private const double Gravity = ErrorStateFilter.GravityMps2;

    // A foot that turns by less than 0.6 rad/s and feels gravity stands still; before a rest has told the scale, gravity may be off by 1.5 m/s², then by 1.
    [Theory, InlineData(0.55, 0, true), InlineData(0.65, 0, false), InlineData(0, 1.45, true), InlineData(0, -1.45, true), InlineData(0, 1.55, false)]
    public void Stillness_IsHardlyAnyTurnAndGravityAlone(double rateRadPerS, double moreMps2, bool isStill)
    {
        Shoe foot = new();
        foot.Move(0.5, new(0, 0, Gravity + moreMps2), new(0, 0, rateRadPerS));
        foot.Tracker.IsStill.ShouldBe(isStill);
        (foot.Tracker.StillForS > 0.2).ShouldBe(isStill);
        foot.Move(0.3, new(0, 0, Gravity), new(0, 0, 3));
        (foot.Tracker.IsStill, foot.Tracker.StillForS).ShouldBe((false, 0.0));
    }

    [Theory, InlineData(0.95, true), InlineData(1.05, false)]
    public void AfterARest_GravityIsKnownToOneMeterPerSecondSquared(double moreMps2, bool isStill)
    {
        Shoe foot = new();
        foot.Move(1, new(0, 0, Gravity), default);
        foot.Tracker.RestAccelMps2.ShouldBe(Gravity, 1e-6);
        foot.Move(0.3, new(0, 0, Gravity + moreMps2), default);
        foot.Tracker.IsStill.ShouldBe(isStill);
    }

    // (15): 15 mm/s, 0.2 m for each rad/s beyond a tenth, 40 ms for each m/s² beyond what noise makes.
    [Theory, InlineData(0, 0, 0.015), InlineData(0.1, 0.3, 0.015), InlineData(1.1, 0, 0.215), InlineData(0, 1.3, 0.055), InlineData(0, -1.3, 0.055), InlineData(2.1, 5.3, 0.615)]
    public void ZeroVelocity_IsAsUnsureAsTheFootMoves(double rateRadPerS, double moreMps2, double sdMps)
    {
        Shoe foot = new();
        foot.Move(0.5, new(0, 0, Gravity + moreMps2), new(0, 0, rateRadPerS));
        foot.Tracker.ZeroSdMps.ShouldBe(sdMps, 1e-4);
    }

    // A force that goes to and fro slowly is no rest, and makes a zero unsure; one that rings at 50 Hz moves the foot by little.
    [Theory, InlineData(0.4, 3, true), InlineData(3, 3, false), InlineData(1.8, 50, true)]
    public void ForceThatRings_IsNoMotion(double amplitudeMps2, double hz, bool isStill)
    {
        Shoe foot = new();
        for (int i = 0; i < 200; i++) foot.Push(new(amplitudeMps2 * Math.Sin(2 * Math.PI * hz * ((0.005 * i) + 0.0025)), 0, Gravity), default);
        bool always = true;
        for (int i = 200; i < 300; i++)
        {
            foot.Push(new(amplitudeMps2 * Math.Sin(2 * Math.PI * hz * ((0.005 * i) + 0.0025)), 0, Gravity), default);
            always &= foot.Tracker.IsStill;
        }

        always.ShouldBe(isStill);
    }

    // Whatever was believed before the first rest began blind: gravity is read off once the foot has hardly moved for 50 ms.
    [Fact]
    public void FirstRest_TellsTheTilt_Once()
    {
        Shoe foot = new();
        Vector3D tilted = new Vector3D(-0.5, 0.2, 0.84).Normalized() * Gravity;
        foot.Move(0.3, tilted, new(0, 0, 6));
        (foot.Tracker.IsAligned, foot.Tracker.IsTrusted).ShouldBe((false, false));
        int told = 0;
        double at = 0;
        for (int i = 0; i < 100; i++)
        {
            foot.Push(tilted, default);
            if (!foot.Tracker.HasJustAligned) continue;
            told++;
            at = 0.005 * (i + 1);
        }

        told.ShouldBe(1);
        at.ShouldBeInRange(0.05, 0.25);
        (foot.Tracker.IsAligned, foot.Tracker.IsTrusted).ShouldBe((true, true));
        (foot.Tracker.Rotation.Multiply(tilted) - new Vector3D(0, 0, Gravity)).Length.ShouldBeLessThan(0.05);
        foot.Tracker.VelocityMps.Length.ShouldBeLessThan(0.01);
    }

    // Zeros come every 20 ms, and every 50 ms from 0.3 s of rest on.
    [Fact]
    public void StandingFoot_IsToldNowAndThen()
    {
        Shoe foot = new();
        foot.Move(0.5, new(0, 0, Gravity), new(0, 0, 3));
        foot.Move(1, new(0, 0, Gravity), default);
        int resting = 0;
        for (int i = 0; i < 200; i++)
        {
            foot.Push(new(0, 0, Gravity), default);
            if (foot.Tracker.HasJustMeasured) resting++;
        }

        resting.ShouldBeInRange(17, 21);
        foot.Move(0.2, new(0, 0, Gravity), new(0, 0, 3));
        while (!foot.Tracker.IsStill) foot.Push(new(0, 0, Gravity), default);
        int first = 0;
        for (int i = 0; i < 40; i++)
        {
            foot.Push(new(0, 0, Gravity), default);
            if (foot.Tracker.HasJustMeasured) first++;
        }

        first.ShouldBeInRange(9, 11);
    }

    // A foot in the air that looks still for a moment is no foot that stands: only one that stays so for a quarter second overrules the filter.
    [Theory, InlineData(0.2, false, 2), InlineData(0.4, false, 0), InlineData(0.2, true, 0)]
    public void GlidingFoot_IsStoppedWhenItStaysStill(double glideS, bool isStance, double speedMps)
    {
        Shoe foot = new();
        foot.Move(1, new(0, 0, Gravity), default);
        foot.Move(0.25, new(8, 0, Gravity), default, isStance: false);
        foot.Tracker.VelocityMps.X.ShouldBe(2, 0.08);
        foot.Move(glideS, new(0, 0, Gravity), default, isStance);
        foot.Tracker.VelocityMps.X.ShouldBe(speedMps, 0.2);
        if (speedMps == 0) foot.Tracker.LastPositionShiftM.Length.ShouldBeLessThan(1);
    }

    // Half a second with white noise of 1 m/s² in each sample of 5 ms, to both sides; what is added counts from the end of its 50 ms on.
    private static double PlaceSdM => Math.Sqrt(2 * 0.005 * 0.05 * Enumerable.Range(0, 10).Sum(i => 0.05 * i * 0.05 * i));

    // What the sensor cannot have read makes the place unsure: at its limit by 30 m/s² and 2 rad/s, across missing samples by 8 m/s² and 1 rad/s.
    [Fact]
    public void ClippedAndMissingReadings_MakeThePlaceUnsure()
    {
        double plain = Sd(new() { Dt = 0.005 }), clipped = Sd(new() { Dt = 0.005, Clipped = Clipping.Accel }), bridged = Sd(new() { Dt = 0.005, IsBridged = true });
        double turned = Sd(new() { Dt = 0.005, Clipped = Clipping.Gyro }), both = Sd(new() { Dt = 0.005, IsBridged = true, Clipped = Clipping.Accel | Clipping.Gyro });
        clipped.ShouldBe(30 * PlaceSdM, 0.02 * clipped);
        bridged.ShouldBe(8 * PlaceSdM, 0.1 * bridged);
        turned.ShouldBeGreaterThan(1.5 * plain);
        turned.ShouldBeLessThan(bridged);
        both.ShouldBeGreaterThan(clipped);

        static double Sd(SampleGate.Admission admission)
        {
            Shoe foot = new();
            foot.Move(1, new(0, 0, Gravity), default);
            foot.Tracker.SetPositionReference();
            for (int i = 0; i < 100; i++) foot.Push(new(0, 0, Gravity), new(0, 0, 3), isStance: false, admission);
            return foot.Tracker.HorizontalPositionSd();
        }
    }

    // A force that jumps by 20 m/s² from one reading to the next may have been anything between.
    [Fact]
    public void SteepForce_MakesThePlaceUnsure()
    {
        Shoe foot = new();
        foot.Move(1, new(0, 0, Gravity), default);
        foot.Tracker.SetPositionReference();
        for (int i = 0; i < 100; i++) foot.Push(new(i % 2 == 0 ? 10 : -10, 0, Gravity), new(0, 0, 3), isStance: false);
        foot.Tracker.HorizontalPositionSd().ShouldBe(20 / Math.Sqrt(3) * PlaceSdM, 0.05 * 0.2);
    }

    // After a gap speed and place mean nothing until the foot is quiet again; in its quiet any velocity is found.
    [Fact]
    public void Gap_LosesTheFoot_AndQuietFindsIt()
    {
        Shoe foot = new();
        foot.Move(1, new(0, 0, Gravity), default);
        foot.Tracker.LoseTrack(0.5);
        (foot.Tracker.IsTrusted, foot.Tracker.IsAligned, foot.Tracker.IsStill, foot.Tracker.StillForS).ShouldBe((false, true, false, 0.0));
        foot.Tracker.HorizontalPositionSd().ShouldBeGreaterThan(0.75 * Math.Sqrt(2));
        foot.Tracker.Resume(new ImuSample(default, new(0, 0, Gravity), new(0, 0, 3)));
        foot.Move(0.3, new(2, 0, Gravity), new(0, 0, 3), isStance: false);
        foot.Tracker.IsTrusted.ShouldBeFalse();
        foot.Move(0.2, new(0, 0, Gravity), default, isStance: false);
        foot.Tracker.IsTrusted.ShouldBeTrue();
        foot.Tracker.VelocityMps.Length.ShouldBeLessThan(0.1);
    }

    // Longer gaps lose more, up to a second of turning and two of going.
    [Fact]
    public void LongerGap_LosesMore_ButNotForEver()
    {
        double[] lost = [.. ((double[])[0.1, 1, 2, 5]).Select(Lost)];
        lost[0].ShouldBe(0.15 * Math.Sqrt(2), 0.01);
        lost[1].ShouldBe(1.5 * Math.Sqrt(2), 0.01);
        lost[2].ShouldBe(3 * Math.Sqrt(2), 0.01);
        lost[3].ShouldBe(lost[2], 1e-6);

        static double Lost(double seconds)
        {
            Shoe foot = new();
            foot.Move(1, new(0, 0, Gravity), default);
            foot.Tracker.SetPositionReference();
            foot.Tracker.LoseTrack(seconds);
            return foot.Tracker.HorizontalPositionSd();
        }
    }

    // A gyroscope that is 20 ms late shows a foot that turns where it was: gravity is seen along the wrong axis, unless the delay is known, declared or learned.
    [Theory, InlineData(null, 0, 0.23), InlineData(0.02, 0, 0), InlineData(null, 0.02, 0), InlineData(0.0, 0.02, 0.23), InlineData(-0.02, 0, 0.47)]
    public void LateGyroscope_WhoseDelayIsKnown_PushesTheFootNowhere(double? declaredS, double learnedS, double speedMps)
    {
        Shoe foot = new(declaredS);
        foot.Move(1, new(0, 0, Gravity), default);
        foot.Tracker.LearnGyroDelay(learnedS);
        // Turning by 4 rad/s about the left axis for 0.3 s; the rate shows 20 ms later.
        double angle = 0;
        for (int i = 1; i <= 60; i++)
        {
            angle += 4 * 0.005;
            foot.Push(new(-Gravity * Math.Sin(angle), 0, Gravity * Math.Cos(angle)), new(0, i > 4 ? 4 : 0, 0), isStance: false);
        }

        Math.Abs(foot.Tracker.VelocityMps.X).ShouldBe(speedMps, 0.05);
    }

    [Fact]
    public void RoughUp_IsTheLongMeanOfTheForce_AndResetForgetsAll()
    {
        Shoe foot = new();
        foot.Move(3, new(0, 6, 8), new(0, 0, 3));
        (foot.Tracker.RoughUp - new Vector3D(0, 0.6, 0.8)).Length.ShouldBeLessThan(1e-6);
        foot.Tracker.Reset();
        (foot.Tracker.IsAligned, foot.Tracker.StillForS, foot.Tracker.RestAccelMps2, foot.Tracker.AccelScale).ShouldBe((false, 0.0, 0.0, 1.0));
    }

    // A rest tells the gyroscope's bias, and a bias that is taken out leaves the foot where it points.
    [Fact]
    public void Rest_TellsTheBias()
    {
        Shoe foot = new();
        Vector3D bias = new(0.01, -0.02, 0.015);
        foot.Move(4, new(0, 0, Gravity), bias);
        (foot.Tracker.GyroBiasRadPerS - bias).Length.ShouldBeLessThan(0.002);
        foot.Tracker.ForceJumpMps2.ShouldBe(0, 1e-9);
    }

    /// <summary>A foot whose sensor sits as declared, at 200 Hz.</summary>
    private sealed class Shoe(double? gyroDelayS = null)
    {
        private readonly MountingTracker _mounting = new(MountingAxes.Identity);
        private double _time;

        public FootTracker Tracker { get; } = new(new FootPipelineOptions { GyroDelayS = gyroDelayS }, Thresholds.Default);

        public void Move(double seconds, Vector3D force, Vector3D rate, bool isStance = true)
        {
            for (int i = 0; i < (int)Math.Round(200 * seconds); i++) Push(force, rate, isStance);
        }

        public void Push(Vector3D force, Vector3D rate, bool isStance = true, SampleGate.Admission admission = default)
        {
            _time += 0.005;
            ImuSample sample = new(DeviceTime.FromSeconds(_time), force, rate);
            Tracker.Push(in sample, 0.005, in admission, isStance, _mounting);
        }
    }
}
