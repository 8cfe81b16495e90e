namespace GaitSense.Core.Tests;

/// <summary>What rest tells the filter, and what it does not believe.</summary>
public sealed class RestRuleTests
{
    private const double PeriodS = 0.005, Gravity = ErrorStateFilter.GravityMps2;

    // The velocity is known to 0.1 m/s: half a metre per second of error may be, two may not; a measurement without a gate is always taken.
    [Theory, InlineData(0.5, 4, true), InlineData(2, 4, false), InlineData(2, 0, true)]
    public void VelocityFarFromWhatIsKnown_IsRefused(double speedMps, double gateSd, bool isTaken)
    {
        ErrorStateFilter filter = new(new FilterNoise());
        filter.Align(Attitude.Identity, 0.02, 0.1);
        filter.MeasureVelocity(new Vector3D(speedMps, 0, 0), 0.015, gateSd).ShouldBe(isTaken);
        (filter.Current.VelocityMps.X > 0.9 * speedMps).ShouldBe(isTaken);
    }

    [Theory, InlineData(0.95), InlineData(1.04)]
    public void FirstRest_TellsTheAccelerometersScale(double scale)
    {
        StandingFoot foot = new();
        foot.Move(2, new Vector3D(0, 0, scale * Gravity));
        foot.Tracker.AccelScale.ShouldBe(1 / scale, 1e-6);
        foot.Tracker.RestAccelMps2.ShouldBe(scale * Gravity, 1e-6);
    }

    // An impact that the sensor read wrong leaves the filter at 3.6 m/s, while the foot hardly turns and feels nothing but gravity.
    [Fact]
    public void FilterThatFliesOnWhileTheFootIsQuiet_IsBroughtBack()
    {
        StandingFoot foot = new();
        foot.Move(1, new Vector3D(0, 0, Gravity));
        foot.Move(0.18, new Vector3D(20, 0, Gravity));
        foot.Tracker.VelocityMps.X.ShouldBe(3.6, 0.4);
        foot.Move(0.22, new Vector3D(0, 0, Gravity));
        foot.Tracker.VelocityMps.Length.ShouldBeLessThan(0.3);
    }

    private sealed class StandingFoot
    {
        private readonly MountingTracker _mounting = new(MountingAxes.Identity);
        private double _time;

        public FootTracker Tracker { get; } = new(new FootPipelineOptions(), Thresholds.Default);

        public void Move(double seconds, Vector3D force)
        {
            for (double end = _time + seconds; _time < end - 1e-9;)
            {
                _time += PeriodS;
                ImuSample sample = new(DeviceTime.FromSeconds(_time), force, default);
                Tracker.Push(in sample, PeriodS, default, isStance: false, _mounting);
            }
        }
    }
}
