namespace GaitSense.Core.Tests;

/// <summary>What makes a stride, and what no foot can do.</summary>
public sealed class StrideRuleTests
{
    private const double PeriodS = 0.01;

    [Theory]
    [InlineData(1.4, 0.1, 0.0, 1.1, true)]
    [InlineData(3.1, 0.1, 0.0, 2.0, false)] // Longer than a leg swings.
    [InlineData(1.4, 1.1, 0.0, 1.1, false)] // Higher than a knee.
    [InlineData(1.4, 0.1, 1.1, 1.1, false)] // Up more than a table.
    [InlineData(1.4, 0.1, -1.1, 1.1, false)]
    [InlineData(2.4, 0.1, 0.0, 0.4, false)] // 6 m/s.
    public void StrideThatNoFootMakes_IsNotPlausible(double lengthM, double liftM, double riseM, double seconds, bool isPlausible)
    {
        Stride stride = new()
        {
            LengthM = lengthM,
            ClearanceM = liftM,
            HeightChangeM = riseM,
            ZeroVelocityStart = At(10),
            ZeroVelocityEnd = At(10 + seconds),
        };
        stride.IsPlausible.ShouldBe(isPlausible);
    }

    // A walker whose own rhythm is not known yet: how long a stance may be is then a matter of standing still alone.
    [Theory, InlineData(1.5, true), InlineData(2.5, false)]
    public void StanceWithAPause_OpensNoStride(double stillS, bool hasStart)
    {
        StrideBuilder builder = new(Foot.Left);
        FootTracker tracker = new(new FootPipelineOptions(), Thresholds.Default);
        MountingTracker mounting = new(MountingAxes.Identity);
        FootAxis axis = new(new Vector3D(1, 0, 0), 1);
        double time = 0;
        builder.Release(Contact(GaitEventKind.TerminalContact), null);
        builder.Land(Contact(GaitEventKind.InitialContact));
        Stand(stillS, inSwing: false);
        builder.TryComplete(tracker, At(time), in axis, force: true, out _, out _, out _).ShouldBeTrue();
        builder.Release(Contact(GaitEventKind.TerminalContact), null);
        time += 0.4;
        builder.Land(Contact(GaitEventKind.InitialContact));
        Stand(0.2, inSwing: false);
        builder.TryComplete(tracker, At(time), in axis, force: true, out Stride stride, out _, out _).ShouldBeTrue();
        stride.Start.HasValue.ShouldBe(hasStart);

        void Stand(double seconds, bool inSwing)
        {
            for (double end = time + seconds; time < end - 1e-9;)
            {
                time += PeriodS;
                ImuSample rest = new(At(time), new Vector3D(0, 0, ErrorStateFilter.GravityMps2), default);
                tracker.Push(in rest, PeriodS, default, isStance: true, mounting);
                builder.Track(tracker, At(time), 0, inSwing);
            }
        }

        ContactEvent Contact(GaitEventKind kind) => new(kind, At(time), 0, 1, 0.5, 0.9);
    }

    private static DeviceTime At(double seconds) => DeviceTime.FromSeconds(seconds);
}
