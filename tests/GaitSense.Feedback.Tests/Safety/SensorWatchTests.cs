using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Engine;
using GaitSense.Feedback.Plan;

namespace GaitSense.Feedback.Tests;

/// <summary>Cues need both sensors, believed, and clocks that agree: each rule at its edge.</summary>
public sealed class SensorWatchTests
{
    private readonly SensorWatch _sensors = new(new SafetyPlan(), new WalkPipelineOptions());

    [Fact]
    public void Time_IsThatOfTheLatestSample_AndDoesNotGoBack()
    {
        _sensors.WalkS.ShouldBe(0);
        Hear(Foot.Left, -5);
        _sensors.Now.ShouldBe(At(-5));
        Hear(Foot.Right, -4.9);
        Hear(Foot.Left, -4.95);
        _sensors.Now.ShouldBe(At(-4.9));
        _sensors.WalkS.ShouldBe(0.1, 1e-9);
    }

    [Theory]
    [InlineData(Foot.Left, 0.25, SilenceReason.None)]
    [InlineData(Foot.Left, 0.251, SilenceReason.SensorLost)]
    [InlineData(Foot.Right, 0.25, SilenceReason.None)]
    [InlineData(Foot.Right, 0.251, SilenceReason.SensorLost)]
    public void Sensor_IsLostAfterAQuarterOfASecond(Foot silent, double gapS, SilenceReason state)
    {
        Hear(Foot.Left, 1);
        Hear(Foot.Right, 1);
        Hear(silent == Foot.Left ? Foot.Right : Foot.Left, 1 + gapS);
        _sensors.State.ShouldBe(state);
        _sensors.Lost.ShouldBe(state == SilenceReason.None ? null : silent);
    }

    [Fact]
    public void Sensor_ThatNeverCame_IsLostAsLongAfterTheFirstSample()
    {
        Hear(Foot.Left, 1);
        _sensors.State.ShouldBe(SilenceReason.None);
        Hear(Foot.Left, 1.3);
        (_sensors.State, _sensors.Lost).ShouldBe((SilenceReason.SensorLost, Foot.Right));
    }

    [Theory, InlineData(true, false, Foot.Right), InlineData(false, true, Foot.Left)]
    public void WalkOfOneSensor_HasNoCues(bool hasLeft, bool hasRight, Foot lost)
    {
        SensorWatch one = new(new SafetyPlan(), new WalkPipelineOptions { HasLeft = hasLeft, HasRight = hasRight });
        one.Observe(hasLeft ? Foot.Left : Foot.Right, At(1));
        (one.State, one.Lost).ShouldBe((SilenceReason.SensorLost, lost));
    }

    [Theory, InlineData(0.03, SilenceReason.None), InlineData(0.031, SilenceReason.ClockUnsure)]
    public void Clocks_AreSureWithinThePlan(double uncertaintyS, SilenceReason state)
    {
        _sensors.SetClock(uncertaintyS);
        _sensors.State.ShouldBe(state);
        new SensorWatch(new SafetyPlan(), new WalkPipelineOptions { ClockUncertaintyS = uncertaintyS }).State.ShouldBe(state);
        new SensorWatch(new SafetyPlan(), new WalkPipelineOptions { SharedClock = false }).State.ShouldBe(SilenceReason.ClockUnsure);
    }

    [Theory]
    [InlineData(true, 0.31, true)]
    [InlineData(true, 0.3, false)]
    [InlineData(false, 0.9, false)]
    public void FaultySensor_IsBelievedAgainByAStrideThatIs(bool isValid, double confidence, bool isBelieved)
    {
        foreach (Foot foot in Enum.GetValues<Foot>())
        {
            SensorFault fault = new(foot, At(1), SensorFaultKind.GyroSign, 0, default);
            _sensors.Observe(in fault);
            _sensors.Observe(in fault);
            _sensors.Observe(fault with { Kind = SensorFaultKind.GyroLate });
            _sensors.State.ShouldBe(SilenceReason.SensorFault, "told twice it is no less a fault, nor by one that does not matter");
            _sensors.Observe(Stride(foot == Foot.Left ? Foot.Right : Foot.Left, true, 0.9));
            _sensors.State.ShouldBe(SilenceReason.SensorFault, "the other foot's");
            _sensors.Observe(Stride(foot, isValid, confidence));
            _sensors.State.ShouldBe(isBelieved ? SilenceReason.None : SilenceReason.SensorFault);
            _sensors.Observe(Stride(foot, true, 0.9));
        }
    }

    [Fact]
    public void StrideRejectedForItsSensor_IsAFault()
    {
        _sensors.Observe(Stride(Foot.Right, true, 0.9) with { RejectReason = RejectReason.SensorFault });
        _sensors.State.ShouldBe(SilenceReason.SensorFault);
    }

    private static Stride Stride(Foot foot, bool isValid, double confidence) =>
        new() { Foot = foot, Confidence = confidence, RejectReason = isValid ? RejectReason.None : RejectReason.Gap };

    private void Hear(Foot foot, double atS) => _sensors.Observe(foot, At(atS));

    private static DeviceTime At(double seconds) => DeviceTime.FromSeconds(seconds);
}
