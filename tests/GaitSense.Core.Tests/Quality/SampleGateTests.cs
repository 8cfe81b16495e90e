namespace GaitSense.Core.Tests;

/// <summary>What becomes of each reading before anything else sees it.</summary>
public sealed class SampleGateTests
{
    private static readonly Vector3D Gravity = new(0, 0, 9.8);

    [Fact]
    public void FirstReading_HasNoInterval_AndTheNextOnesTheirs()
    {
        SampleGate gate = new(Foot.Right);
        Admit(gate, 1, Gravity, default, out SampleGate.Admission first).ShouldBeTrue();
        (first.IsFirst, first.Dt, first.IsGap).ShouldBe((true, 0.0, false));
        gate.Quality(9.7).RateHz.ShouldBe(0, "one reading has no rate");
        Admit(gate, 1.01, Gravity, default, out SampleGate.Admission next).ShouldBeTrue();
        (next.IsFirst, next.Before, next.IsGap, next.IsBridged, next.Clipped).ShouldBe((false, At(1), false, false, Clipping.None));
        next.Dt.ShouldBe(0.01, 1e-9);
        DataQuality quality = gate.Quality(9.7);
        (quality.Foot, quality.Samples, quality.RestAccelMps2).ShouldBe((Foot.Right, 2L, 9.7));
        quality.RateHz.ShouldBe(100, 1e-6);
        (quality.AccelEndMps2, quality.GyroEndRadPerS).ShouldBe((null, null));
    }

    public static TheoryData<Vector3D, Vector3D, bool> Readings => new()
    {
        { default, default, false }, // A row of zeros: gravity is never zero to the last digit.
        { new(0, 0, 2001), default, false },
        { new(0, 0, 1999), default, true },
        { Gravity, new(0, 101, 0), false },
        { Gravity, new(0, 99, 0), true },
        { new(0, 0, 1e-9), default, true },
    };

    [Theory, MemberData(nameof(Readings))]
    public void ReadingThatNoSensorMakes_IsNotReceived(Vector3D accel, Vector3D gyro, bool isAdmitted)
    {
        SampleGate gate = new(Foot.Left);
        Admit(gate, 0, accel, gyro, out _).ShouldBe(isAdmitted);
        (gate.Quality(0).Impossible, gate.Quality(0).Samples).ShouldBe(isAdmitted ? (0L, 1L) : (1L, 0L));
    }

    [Fact]
    public void ReadingThatIsNoNumber_InEitherSensor_IsNotReceived()
    {
        SampleGate gate = new(Foot.Left);
        Admit(gate, 0, new(double.NaN, 0, 9.8), default, out _).ShouldBeFalse();
        Admit(gate, 0, Gravity, new(0, double.PositiveInfinity, 0), out _).ShouldBeFalse();
        gate.Quality(0).NotFinite.ShouldBe(2);
        Admit(gate, 0, Gravity, default, out SampleGate.Admission admission).ShouldBeTrue();
        admission.IsFirst.ShouldBeTrue();
    }

    [Fact]
    public void ReadingThatIsNoLater_IsSkipped()
    {
        SampleGate gate = Begun();
        Admit(gate, 1, Gravity, default, out _).ShouldBeFalse();
        (gate.Quality(0).Duplicates, gate.Quality(0).OutOfOrder).ShouldBe((1L, 0L));
        Admit(gate, 0.995, Gravity, default, out _).ShouldBeFalse();
        Admit(gate, 0.5, Gravity, default, out _).ShouldBeFalse();
        (gate.Quality(0).Duplicates, gate.Quality(0).OutOfOrder).ShouldBe((1L, 2L));
        Admit(gate, 1.01, Gravity, default, out SampleGate.Admission next).ShouldBeTrue();
        next.Dt.ShouldBe(0.01, 1e-9);
    }

    public static TheoryData<Vector3D, Vector3D, bool> Jumps => new()
    {
        { new(0, 0, -395), default, false }, // From 9.8: more than 400 m/s².
        { new(0, 0, -385), default, true },
        { new(0, 0, 405), default, true },
        { Gravity, new(0, 26.5, 0), false }, // From 1 rad/s: more than 25.
        { Gravity, new(0, -24.5, 0), false },
        { Gravity, new(0, 25.5, 0), true },
    };

    // One reading that no movement of a foot gives is dropped; two in a row are how the foot moves.
    [Theory, MemberData(nameof(Jumps))]
    public void JumpThatNoFootMakes_IsDroppedOnce(Vector3D accel, Vector3D gyro, bool isAdmitted)
    {
        SampleGate gate = new(Foot.Left);
        Vector3D turning = new(0, 1, 0);
        for (int i = 0; i < 10; i++) Admit(gate, 0.01 * i, Gravity, turning, out _);
        Vector3D other = gyro == default ? turning : gyro;
        Admit(gate, 0.10, accel, other, out _).ShouldBe(isAdmitted);
        gate.Quality(0).Impossible.ShouldBe(isAdmitted ? 0 : 1);
        if (isAdmitted) return;
        Admit(gate, 0.11, accel, other, out _).ShouldBeTrue("twice in a row");
        Admit(gate, 0.12, Gravity, turning, out _).ShouldBeFalse("a jump back, once");
        Admit(gate, 0.13, Gravity, turning, out _).ShouldBeTrue();
        gate.Quality(0).Impossible.ShouldBe(2);
    }

    // 50 ms are bridged, and 2.5 periods of a slow sensor; a sensor that misses less than half a period, or 15 ms, misses nothing.
    [Theory]
    [InlineData(0.01, 0.050, false, true), InlineData(0.01, 0.051, true, false)]
    [InlineData(0.04, 0.100, false, true), InlineData(0.04, 0.101, true, false)]
    [InlineData(0.01, 0.0155, false, false), InlineData(0.01, 0.0165, false, true)]
    [InlineData(0.005, 0.0145, false, false), InlineData(0.005, 0.0155, false, true)]
    public void MissingReadings_AreBridgedOrAGap(double periodS, double dt, bool isGap, bool isBridged)
    {
        SampleGate gate = Begun(periodS);
        Admit(gate, 1 + dt, Gravity, default, out SampleGate.Admission admission).ShouldBeTrue();
        (admission.IsGap, admission.IsBridged).ShouldBe((isGap, isBridged));
        (gate.Quality(0).Gaps, gate.Quality(0).BridgedGaps).ShouldBe((isGap ? 1 : 0, isBridged ? 1 : 0));
    }

    // The period follows what most readings show: half a period at most, a fiftieth of it for longer and a twenty-fifth for shorter ones; a gap is none.
    [Theory, InlineData(0.012, 0.01004), InlineData(0.030, 0.0101), InlineData(0.008, 0.00992), InlineData(0.001, 0.0098), InlineData(0.200, 0.01)]
    public void Period_FollowsSlowly(double dt, double periodS)
    {
        SampleGate gate = Begun();
        Admit(gate, 1 + dt, Gravity, default, out _);
        gate.PeriodS.ShouldBe(periodS, 1e-9);
        gate.Quality(0).RateHz.ShouldBe(1 / periodS, 1e-3);
    }

    // The same great number twice in a row is the end of a range, on any axis and to either side.
    public static TheoryData<Vector3D, Vector3D, Clipping> FlatTops => new()
    {
        { new(40, 0, 0), default, Clipping.Accel },
        { new(0, -40, 0), default, Clipping.Accel },
        { new(1, 2, 40), default, Clipping.Accel },
        { new(34, 0, 0), default, Clipping.None },
        { Gravity, new(5, 0, 0), Clipping.Gyro },
        { Gravity, new(0, 5, 1), Clipping.Gyro },
        { Gravity, new(0, 0, -5), Clipping.Gyro },
        { Gravity, new(0, 3.9, 0), Clipping.None },
        { new(0, 40, 0), new(0, 5, 0), Clipping.Accel | Clipping.Gyro },
    };

    [Theory, MemberData(nameof(FlatTops))]
    public void SameGreatReadingTwice_IsAnEnd(Vector3D accel, Vector3D gyro, Clipping expected)
    {
        SampleGate gate = Begun();
        Admit(gate, 1.01, accel, gyro, out SampleGate.Admission once);
        once.Clipped.ShouldBe(Clipping.None);
        Admit(gate, 1.02, accel, gyro, out SampleGate.Admission twice);
        twice.Clipped.ShouldBe(expected);
        DataQuality quality = gate.Quality(0);
        (quality.ClippedAccel, quality.ClippedGyro).ShouldBe(((expected & Clipping.Accel) != Clipping.None ? 1L : 0, (expected & Clipping.Gyro) != Clipping.None ? 1L : 0));
        quality.AccelEndMps2.ShouldBe((expected & Clipping.Accel) != Clipping.None ? 40.0 : null);
        quality.GyroEndRadPerS.ShouldBe((expected & Clipping.Gyro) != Clipping.None ? 5.0 : null);
    }

    // What follows a first reading of 40 m/s²: nearly the same is the same, a fiftieth less is not; beside another axis it is no end.
    [Theory, InlineData(40.004, 0, true), InlineData(40.02, 0, false), InlineData(39.9, 0, false), InlineData(39.998, 45, false), InlineData(-40, 0, false)]
    public void NearlyTheSameReading(double x, double y, bool isEnd)
    {
        SampleGate gate = Begun();
        Admit(gate, 1.01, new(40, 0, 9), default, out _);
        Admit(gate, 1.02, new(x, y, 9), default, out SampleGate.Admission admission);
        (admission.Clipped == Clipping.Accel).ShouldBe(isEnd);
    }

    [Fact]
    public void EndThatIsKnown_IsRecognisedAtOnce_UntilSomethingGreaterComes()
    {
        SampleGate gate = Begun();
        double time = 1;
        AccelX(40).ShouldBeFalse();
        AccelX(40).ShouldBeTrue();
        AccelX(20).ShouldBeFalse();
        AccelX(39.9).ShouldBeTrue("one reading at the known end");
        AccelX(20).ShouldBeFalse();
        AccelX(39.7).ShouldBeFalse("just below it");
        AccelX(60).ShouldBeFalse();
        AccelX(20).ShouldBeFalse();
        AccelX(40).ShouldBeFalse("it was not the end after all");
        AccelX(40).ShouldBeFalse();
        AccelX(60).ShouldBeFalse();
        AccelX(60).ShouldBeTrue();

        bool AccelX(double x)
        {
            Admit(gate, time += 0.01, new(x, 0, 9), default, out SampleGate.Admission admission);
            return admission.Clipped == Clipping.Accel;
        }
    }

    // Accelerometers are sold with ends at 8 and 16 g: one reading there, within a percent, is enough.
    [Theory]
    [InlineData(77.5, false), InlineData(78, true), InlineData(79.5, true), InlineData(80, false)]
    [InlineData(155, false), InlineData(156, true), InlineData(159, true), InlineData(160, false), InlineData(120, false)]
    public void ReadingAtAUsualEnd_IsOne(double mps2, bool isEnd)
    {
        foreach (Vector3D accel in (Vector3D[])[new(mps2, 0, 0), new(0, -mps2, 1), new(3, 0, mps2)])
        {
            SampleGate gate = Begun();
            Admit(gate, 1.01, accel, default, out SampleGate.Admission admission);
            admission.Clipped.ShouldBe(isEnd ? Clipping.Accel : Clipping.None);
        }
    }

    [Fact]
    public void WhatTheSensorDeclares_Counts()
    {
        SampleGate gate = Begun();
        gate.TryAdmit(new ImuSample(At(1.01), Gravity, default, Clipping.Gyro), out SampleGate.Admission declared).ShouldBeTrue();
        declared.Clipped.ShouldBe(Clipping.Gyro);
        (gate.Quality(0).ClippedAccel, gate.Quality(0).ClippedGyro).ShouldBe((0L, 1L));
    }

    // A low end: three visits of three readings to one height, on any axis; the eighth tells.
    [Theory, InlineData(0), InlineData(1), InlineData(2)]
    public void HeightThatIsVisitedAgainAndAgain_IsAnEnd(int axis)
    {
        foreach ((double top, Clipping sensor) in ((double, Clipping)[])[(20, Clipping.Accel), (3, Clipping.Gyro)])
        {
            SampleGate gate = Begun();
            double time = 1;
            List<Clipping> marks = [];
            for (int visit = 0; visit < 3; visit++)
            {
                for (int i = 0; i < 25; i++) Push(0, visits: false);
                for (int i = 0; i < 3; i++) Push(top, visits: true);
            }

            marks.ShouldBe([.. Enumerable.Repeat(Clipping.None, 7), sensor, sensor]);

            void Push(double value, bool visits)
            {
                Vector3D v = axis switch { 0 => new(value, 0, 0), 1 => new(0, value, 0), _ => new(0, 0, value) };
                bool isAccel = sensor == Clipping.Accel;
                Admit(gate, time += 0.01, isAccel && visits ? v : Gravity, isAccel ? default : v, out SampleGate.Admission admission);
                if (visits) marks.Add(admission.Clipped);
                else admission.Clipped.ShouldBe(Clipping.None);
            }
        }
    }

    // Readings at rest, the last at 1 s.
    private static SampleGate Begun(double periodS = 0.01)
    {
        SampleGate gate = new(Foot.Left);
        for (int i = 10; i >= 0; i--) Admit(gate, 1 - (periodS * i), Gravity, default, out _).ShouldBeTrue();
        return gate;
    }

    private static bool Admit(SampleGate gate, double time, Vector3D accel, Vector3D gyro, out SampleGate.Admission admission) =>
        gate.TryAdmit(new ImuSample(At(time), accel, gyro), out admission);

    private static DeviceTime At(double seconds) => DeviceTime.FromSeconds(seconds);
}
