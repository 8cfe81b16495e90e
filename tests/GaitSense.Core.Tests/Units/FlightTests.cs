namespace GaitSense.Core.Tests;

/// <summary>A foot faster than rolling over the ground allows is in the air, whatever the contacts say.</summary>
public sealed class FlightTests
{
    private const double PeriodS = 0.005, Gravity = ErrorStateFilter.GravityMps2;

    // Turning slowly or fast: a foot that rolls by 2 rad/s moves its sensor over the ground by 0.25 m/s, not by 0.8.
    [Theory, InlineData(1.17, 1), InlineData(1.5, 1), InlineData(2, 1), InlineData(0.8, 2), InlineData(0.6, 1.5)]
    public void FootInTheAir_ThatCountsAsStanding_IsNotBraked(double speedMps, double rateRadPerS)
    {
        FootTracker tracker = new(new FootPipelineOptions(), Thresholds.Default);
        MountingTracker mounting = new(MountingAxes.Identity);
        double angle = 0, time = 0;
        // A second of standing, 0.1 s in which the foot is pulled forward, 0.25 s of gliding on while it turns.
        Move(1, 0, 0);
        Move(0.1, speedMps / 0.1, rateRadPerS);
        Move(0.25, 0, rateRadPerS);
        tracker.VelocityMps.X.ShouldBe(speedMps, 0.1 * speedMps);

        void Move(double seconds, double accelMps2, double rate)
        {
            for (double end = time + seconds; time < end - 1e-9;)
            {
                time += PeriodS;
                angle += rate * PeriodS;
                // Turned about the left axis: what points up tilts forward.
                Vector3D force = new((accelMps2 * Math.Cos(angle)) - (Gravity * Math.Sin(angle)), 0, (accelMps2 * Math.Sin(angle)) + (Gravity * Math.Cos(angle)));
                ImuSample sample = new(DeviceTime.FromSeconds(time), force, new Vector3D(0, rate, 0));
                SampleGate.Admission admission = new() { Dt = PeriodS };
                tracker.Push(in sample, PeriodS, in admission, isStance: true, mounting);
            }
        }
    }

    [Fact]
    public void RingingSoonAfterTheRelease_OfAFastFoot_IsNoLanding()
    {
        List<ContactEvent> found = [];
        ContactDetector detector = new(new ContactLimits());
        for (double t = 0; t < 1.6; t += PeriodS)
        {
            // Rest; release by 3 rad/s; swing with a burst of the landing's sense 0.13 s after the release; landing.
            double rate = t switch { < 0.5 => 0, < 0.8 => 3 * Math.Sin(Math.PI * (t - 0.5) / 0.3), < 0.93 => -3, < 0.96 => 2.5, < 1.2 => -3, < 1.3 => 4, _ => 0 };
            double speed = t switch { < 0.6 => 0, < 0.85 => 6 * (t - 0.6), < 0.93 => 1.5, < 0.97 => 1.1, < 1.1 => 1.8, < 1.25 => 0.5, _ => 0 };
            ContactSample x = new(DeviceTime.FromSeconds(t), rate, 0, speed, speed, 0, t is < 0.5 or > 1.35, IsSpeedTrusted: true);
            if (detector.TryPush(in x, out ContactEvent e)) found.Add(e);
        }

        found.Select(e => e.Kind).ShouldBe([GaitEventKind.TerminalContact, GaitEventKind.InitialContact]);
        found[1].Time.Seconds.ShouldBeInRange(1.15, 1.25);
    }

    // A sensor 0.1 m above the ground: velocity and rate along x (forward), y (left), z (up).
    [Theory]
    [InlineData(0.2, 0, 0, 2, 0, false)] // The foot rolls forward, toes down.
    [InlineData(0.4, 0, 0, 2, 0, false)] // Over its toe, with the heel high.
    [InlineData(0.2, 0, -0.4, 2, 0, false)] // Over its heel, which is 0.2 m behind.
    [InlineData(0, 0.4, 0, 0, 2, false)] // It pivots about its heel.
    [InlineData(0.8, 0, 0, 2, 0, true)] // No foot is so high above the ground.
    [InlineData(-0.4, 0, 0, 2, 0, true)] // Rolling forward never moves it backward so fast.
    [InlineData(0.2, 0, -0.8, 2, 0, true)]
    [InlineData(0, 0.4, 0, 2, 0, true)] // To the side it would have to pivot.
    public void Velocity_ThatNoContactExplains_IsFlight(double x, double y, double z, double rolling, double pivoting, bool isFlight) =>
        GroundRolling.IsFlight(new Vector3D(x, y, z), new Vector3D(0, rolling, pivoting), 0, 0.1, 0.25, 0, 0).ShouldBe(isFlight);

    [Fact]
    public void RotationOfTheLandingsSense_ThatDoesNotStopTheFoot_IsNoLanding()
    {
        List<ContactEvent> found = [];
        ContactDetector detector = new(new ContactLimits());
        for (double t = 0; t < 2; t += PeriodS)
        {
            // Rest; a short release; the foot turns the other way for the rest of the swing, first faster and faster; a landing at 1.3 s.
            double rate = t switch { < 0.5 => 0, < 0.8 => 3 * Math.Sin(Math.PI * (t - 0.5) / 0.3), < 0.95 => -3, < 1.2 => 3, < 1.3 => -2, < 1.4 => 4, _ => 0 };
            double speed = t switch { < 0.6 => 0, < 1.1 => 5 * (t - 0.6), < 1.3 => 12.5 * (1.3 - t), _ => 0 };
            ContactSample x = new(DeviceTime.FromSeconds(t), rate, 0, speed, speed, 0, t is < 0.5 or > 1.5, IsSpeedTrusted: true);
            if (detector.TryPush(in x, out ContactEvent e)) found.Add(e);
        }

        found.Select(e => e.Kind).ShouldBe([GaitEventKind.TerminalContact, GaitEventKind.InitialContact]);
        found[1].Time.Seconds.ShouldBeInRange(1.2, 1.35);
    }
}
