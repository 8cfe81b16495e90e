namespace GaitSense.Core.Tests;

/// <summary>A foot faster than rolling over the ground allows is in the air, whatever the contacts say.</summary>
public sealed class FlightTests
{
    private const double PeriodS = 0.005, Gravity = ErrorStateFilter.GravityMps2;

    [Theory, InlineData(1.17), InlineData(1.5), InlineData(2)]
    public void FootInTheAir_ThatCountsAsStanding_IsNotBraked(double speedMps)
    {
        FootTracker tracker = new(new FootPipelineOptions());
        MountingTracker mounting = new(MountingAxes.Identity);
        double angle = 0, time = 0;
        // A second of standing, 0.1 s in which the foot is pulled forward, 0.25 s of gliding on while it turns by 60 °/s.
        Move(1, 0, 0);
        Move(0.1, speedMps / 0.1, 1);
        Move(0.25, 0, 1);
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
        ContactDetector detector = new(new ContactDetectorOptions());
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
}
