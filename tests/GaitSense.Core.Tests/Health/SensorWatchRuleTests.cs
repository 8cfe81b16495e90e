namespace GaitSense.Core.Tests;

/// <summary>What is said of a sensor after some strides of a foot that turns and rests; each fault by itself.</summary>
public sealed class SensorWatchRuleTests
{
    private const double StrideS = 1.2, Gravity = ErrorStateFilter.GravityMps2;

    [Fact]
    public void SensorThatIsWell_IsNotAccused()
    {
        Worn worn = new();
        worn.Walk(12);
        worn.Faults.ShouldBeEmpty();
        SensorHealth health = worn.Watch.Health;
        health.Faults.ShouldBeEmpty();
        health.Swings.ShouldBe(11);
        health.GyroScale!.Value.ShouldBe(1, 0.05);
        health.GyroDelayS!.Value.ShouldBe(0, 0.003);
        health.GyroDelaySdS!.Value.ShouldBeInRange(0.0001, 0.01);
        worn.Watch.ShownGyroDelay()!.Value.DelayS.ShouldBe(health.GyroDelayS.Value, 1e-12);
        Stride stride = new() { Confidence = 0.9, LengthM = 1 };
        worn.Watch.Judge(in stride).ShouldBe(stride);
        worn.Watch.Reset();
        worn.Watch.Health.Swings.ShouldBe(0);
        worn.Watch.ShownGyroDelay().ShouldBeNull();
    }

    // Six swings for scale and place, eight for the delay.
    [Theory, InlineData(6, false, false), InlineData(7, true, false), InlineData(9, true, true)]
    public void FewSwings_TellNothing(int strides, bool hasScale, bool hasDelay)
    {
        Worn worn = new();
        worn.Walk(strides);
        worn.Watch.Health.GyroScale.HasValue.ShouldBe(hasScale);
        worn.Watch.Health.GyroDelayS.HasValue.ShouldBe(hasScale);
        worn.Watch.ShownGyroDelay().HasValue.ShouldBe(hasDelay);
    }

    [Theory, InlineData(1, -2, 3, SensorFaultKind.GyroSign), InlineData(-2, 1, 3, SensorFaultKind.AxesDiffer), InlineData(2, 3, 1, SensorFaultKind.AxesDiffer)]
    public void GyroscopeInOtherAxes_IsNamedOnce_AndCostsStrides(int x, int y, int z, SensorFaultKind kind)
    {
        SignedAxes axes = new((sbyte)x, (sbyte)y, (sbyte)z);
        Worn worn = new() { Shown = v => new(Vector3D.Dot(axes.Of(new(1, 0, 0)), v), Vector3D.Dot(axes.Of(new(0, 1, 0)), v), Vector3D.Dot(axes.Of(new(0, 0, 1)), v)) };
        worn.Walk(12);
        SensorFault fault = worn.Faults.ShouldHaveSingleItem();
        (fault.Foot, fault.Kind, fault.Axes, fault.Value).ShouldBe((Foot.Left, kind, axes, 0.0));
        fault.Time.Seconds.ShouldBeInRange(5, 9);
        worn.Watch.Health.Disagreement!.Value.Time.ShouldBe(fault.Time, "it is as old as when it was named first");
        Rejected(worn).ShouldBe(RejectReason.SensorFault);
        (worn.Watch.Health.GyroScale, worn.Watch.Health.GyroDelayS, worn.Watch.ShownGyroDelay()).ShouldBe((null, null, null));
    }

    // A factor beyond a third or a quarter makes lengths useless; one nearer is said, and the strides are kept, but not trusted.
    [Theory, InlineData(0.5, RejectReason.SensorFault), InlineData(1.6, RejectReason.SensorFault), InlineData(0.82, RejectReason.None), InlineData(1.22, RejectReason.None)]
    public void GyroscopeThatReadsTooMuchOrTooLittle_IsNamedByItsFactor(double factor, RejectReason reason)
    {
        Worn worn = new() { Shown = v => v * factor };
        worn.Walk(14);
        SensorFault fault = worn.Faults.ShouldHaveSingleItem();
        fault.Kind.ShouldBe(SensorFaultKind.GyroScale);
        fault.Value.ShouldBe(factor, 0.06 * factor);
        worn.Watch.Health.GyroScale!.Value.ShouldBe(factor, 0.06 * factor);
        Rejected(worn).ShouldBe(reason);
    }

    [Theory, InlineData(0.04, 0), InlineData(0.03, 0), InlineData(0.06, 0.02)]
    public void LateGyroscope_IsNamed_LessWhatWasDeclared(double lateS, double declaredS)
    {
        Worn worn = new(declaredS) { LateS = lateS };
        worn.Walk(14);
        SensorFault fault = worn.Faults.ShouldHaveSingleItem();
        fault.Kind.ShouldBe(SensorFaultKind.GyroLate);
        fault.Value.ShouldBe(lateS - declaredS, 0.006);
        worn.Watch.Health.GyroDelayS!.Value.ShouldBe(lateS - declaredS, 0.01);
        worn.Watch.ShownGyroDelay()!.Value.DelayS.ShouldBe(lateS, 0.01);
        Rejected(worn).ShouldBe(RejectReason.None);
        worn.Watch.Judge(new Stride { Confidence = 0.9 }).Confidence.ShouldBe(0.9, "a delay costs length, and is learned");
    }

    [Theory, InlineData(0.03, 0.03), InlineData(0.008, 0)]
    public void DelayThatWasDeclared_OrIsSmall_IsNoFault(double lateS, double declaredS)
    {
        Worn worn = new(declaredS) { LateS = lateS };
        worn.Walk(14);
        worn.Faults.ShouldBeEmpty();
        worn.Watch.Health.GyroDelayS!.Value.ShouldBe(lateS - declaredS, 0.006);
    }

    [Theory, InlineData(1.3, RejectReason.SensorFault), InlineData(0.5, RejectReason.SensorFault), InlineData(1.14, RejectReason.None)]
    public void AccelerometerThatReadsTooMuchOrTooLittle_IsNamedAtRest(double factor, RejectReason reason)
    {
        Worn worn = new() { GravityMps2 = factor * Gravity };
        worn.Stand(2);
        SensorFault fault = worn.Faults.ShouldHaveSingleItem();
        (fault.Kind, fault.WasRight).ShouldBe((SensorFaultKind.AccelScale, false));
        fault.Value.ShouldBe(factor, 0.001);
        fault.Time.Seconds.ShouldBeInRange(0.9, 1.4);
        Rejected(worn).ShouldBe(reason);
        worn.Walk(9);
        worn.Faults.Count.ShouldBe(1);
    }

    // A sensor that loses its setting while its wearer walks on.
    [Fact]
    public void AccelerometerThatWasRight_IsSuspectAtOnce_AndNamedAfterThreeSwings()
    {
        Worn worn = new();
        worn.Stand(1);
        worn.Walk(4);
        worn.GravityMps2 = 2 * Gravity;
        worn.Walk(2);
        Stride stride = new() { Confidence = 0.9 };
        worn.Watch.Judge(in stride).ShouldBe(stride with { Confidence = SensorFault.MaxConfidence }, "suspected, not known");
        worn.Walk(4);
        SensorFault fault = worn.Faults.ShouldHaveSingleItem();
        (fault.Kind, fault.WasRight).ShouldBe((SensorFaultKind.AccelScale, true));
        fault.Value.ShouldBe(2, 0.1);
    }

    // A shank rolls on over the ankle at a fifth of its swing; an arm swings slowly.
    [Theory, InlineData(1.5, 0.10, false), InlineData(1.5, 0.22, true), InlineData(0.4, 0, true), InlineData(0.55, 0, false)]
    public void SensorThatNeverRests_OrSwingsSlowly_IsOnNoFoot(double size, double share, bool isNoFoot)
    {
        Worn worn = new() { Size = size, RollRadPerS = share * size * 2.6 };
        worn.Walk(10);
        worn.Faults.Any(f => f.Kind == SensorFaultKind.NotOnFoot).ShouldBe(isNoFoot);
        if (!isNoFoot) return;
        worn.Faults.Single().Value.ShouldBe(share, 0.05);
        Rejected(worn).ShouldBe(RejectReason.SensorFault);
        worn.Watch.Health.Disagreement.ShouldBeNull("what is on no foot closes nothing");
    }

    // Shaken for 15 s without a rest and without a swing: a trunk. With a rest now and then it may be a foot.
    [Theory, InlineData(14.5, 100, false), InlineData(16, 100, true), InlineData(30, 5, false)]
    public void SensorThatIsShakenWithoutAStep_IsOnNoFoot(double seconds, double restEveryS, bool isNoFoot)
    {
        Worn worn = new();
        for (double t = 0; t < seconds; t += 0.01)
        {
            // It turns on and on; at rest it has noise.
            bool rests = t % restEveryS > restEveryS - 0.6;
            worn.Push(new(rests ? 1e-3 * Math.Sin(77 * t) : 6 * Math.Sin(20 * t), 0, Gravity), new(0, (rests ? 0 : 1) + (1e-3 * Math.Sin(55 * t)), 0));
        }

        worn.Faults.Select(f => f.Kind).ShouldBe(isNoFoot ? [SensorFaultKind.NotOnFoot] : []);
    }

    [Fact]
    public void FrozenSensor_IsToldOnce_AndCostsTheStridesItTouches()
    {
        Worn worn = new();
        worn.Walk(2);
        double from = worn.Time + 0.01;
        ImuSample hung = new(default, new(1, 2, 9), new(0, 2, 0));
        for (int i = 0; i < 200; i++) worn.Push(hung.AccelMps2, hung.GyroRadPerS);
        worn.Faults.ShouldHaveSingleItem().Kind.ShouldBe(SensorFaultKind.Frozen);
        worn.Watch.Health.Frozen!.Value.Value.ShouldBe(1.99, 1e-6);
        worn.Walk(1);
        worn.Faults.Count.ShouldBe(1);
        Judged(from - 1, from - 0.1).ShouldBe(RejectReason.None);
        Judged(from - 1, from + 0.1).ShouldBe(RejectReason.FrozenSensor);
        Judged(from - 1, from + 0.1, RejectReason.Gap).ShouldBe(RejectReason.FrozenSensor);
        Judged(from - 1, from + 0.1, RejectReason.NoZeroVelocity).ShouldBe(RejectReason.FrozenSensor);
        Judged(from - 1, from + 0.1, RejectReason.Implausible).ShouldBe(RejectReason.FrozenSensor);
        Judged(from - 1, from + 0.1, RejectReason.MountingSlip).ShouldBe(RejectReason.MountingSlip);
        worn.Watch.Judge(new Stride { TerminalContact = At(from - 1), End = At(from + 0.1) }).RejectReason.ShouldBe(RejectReason.FrozenSensor, "without mid-stances its contacts count");
        worn.Watch.Judge(new Stride { TerminalContact = At(from - 1), End = At(from - 0.1) }).RejectReason.ShouldBe(RejectReason.None);

        RejectReason Judged(double start, double end, RejectReason before = RejectReason.None) => worn.Watch.Judge(new Stride
        {
            ZeroVelocityStart = At(start),
            TerminalContact = At(start - 5),
            End = At(start - 5),
            ZeroVelocityEnd = At(end),
            RejectReason = before,
        }).RejectReason;
    }

    [Fact]
    public void FaultySensor_LeavesOtherReasonsAsTheyAre()
    {
        Worn worn = new() { GravityMps2 = 1.3 * Gravity };
        worn.Stand(2);
        worn.Watch.Judge(new Stride { RejectReason = RejectReason.Gap, Confidence = 0.2 }).ShouldBe(new Stride { RejectReason = RejectReason.Gap, Confidence = 0.2 });
        worn.Watch.Judge(new Stride { RejectReason = RejectReason.Implausible, Confidence = 1 }).ShouldBe(new Stride { RejectReason = RejectReason.SensorFault, Confidence = SensorFault.MaxConfidence });
    }

    // Missing samples: no swing goes across.
    [Fact]
    public void Gap_InEachSwing_LeavesNone()
    {
        Worn worn = new() { GapInEachSwing = true };
        worn.Walk(12);
        worn.Watch.Health.Swings.ShouldBe(0);
    }

    [Fact]
    public void ClippedSwings_TellNothingOfScaleAndDelay()
    {
        Worn worn = new() { IsClipped = true, Shown = v => v * 0.5 };
        worn.Walk(14);
        worn.Faults.ShouldBeEmpty();
        worn.Watch.Health.Swings.ShouldBe(13);
        worn.Watch.Health.GyroScale.ShouldBeNull();
    }

    private static RejectReason Rejected(Worn worn) => worn.Watch.Judge(new Stride { Confidence = 0.9 }).RejectReason;

    private static DeviceTime At(double seconds) => DeviceTime.FromSeconds(seconds);

    /// <summary>A sensor with a fault on a foot that rests for 0.4 s and swings for 0.8 s.</summary>
    private sealed class Worn(double declaredS = 0) : IWalkObserver
    {
        public SensorWatch Watch { get; } = new(Foot.Left, declaredS);

        public List<SensorFault> Faults { get; } = [];

        public Func<Vector3D, Vector3D> Shown { get; init; } = v => v;

        public double LateS { get; init; }

        public double GravityMps2 { get; set; } = Gravity;

        public double Size { get; init; } = 1.5;

        public double RollRadPerS { get; init; }

        public bool IsClipped { get; init; }

        public bool GapInEachSwing { get; init; }

        public double Time { get; private set; }

        public void OnSensorFault(in SensorFault fault) => Faults.Add(fault);

        public void Stand(double seconds)
        {
            for (int i = 0; i < (int)Math.Round(100 * seconds); i++) Push(new(1e-5 * i, 0, GravityMps2), new(1e-6 * i, 0, 0));
        }

        public void Walk(int strides)
        {
            int i = 0;
            foreach ((Vector3D a, Vector3D w) in TurningFoot.Readings(Rate, StrideS * strides, t => Shown(Rate(t - LateS)), GravityMps2))
            {
                bool isGap = GapInEachSwing && i % 120 == 50;
                // A foot at rest is never without noise.
                Push(a + new Vector3D(1e-5 * (++i % 97), 0, 0), w + new Vector3D(1e-6 * (i % 89), 0, 0), isGap);
            }

            Vector3D Rate(double t)
            {
                int n = (int)Math.Floor(t / StrideS);
                return TurningFoot.Swing(Size * (1 + (0.04 * (n % 3))), n % 2 == 0 ? 1 : 0.8)(t - (n * StrideS)) + new Vector3D(RollRadPerS, 0, 0);
            }
        }

        public void Push(Vector3D accel, Vector3D gyro, bool isGap = false)
        {
            Time += 0.01;
            ImuSample sample = new(At(Time), accel, gyro);
            if (Watch.IsFrozen(in sample, this)) return;
            SampleGate.Admission admission = new() { IsFirst = Time < 0.015, Dt = 0.01, IsGap = isGap, Clipped = IsClipped ? Clipping.Gyro : Clipping.None };
            Watch.Push(in sample, in admission, this);
        }
    }
}
