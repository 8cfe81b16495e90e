namespace GaitSense.Core.Tests;

/// <summary>A sensor that gives one and the same reading for more than 0.2 s.</summary>
public sealed class FrozenSensorTests
{
    private double _time;

    // One half of the sensor hangs while the foot swings.
    [Theory, InlineData(true), InlineData(false)]
    public void ReadingThatHangsInASwing_IsFrozenAfterAFifthOfASecond(bool isGyro)
    {
        FrozenSensor sensor = default;
        for (int i = 0; i < 10; i++) Push(ref sensor, Accel(i), Rate(i)).ShouldBeFalse();
        int hung = 0;
        while (!Push(ref sensor, isGyro ? Accel(hung) : Accel(99), isGyro ? Rate(99) : Rate(hung))) hung++;
        hung.ShouldBe(21, "longer than 0.2 s");
        sensor.TotalS.ShouldBe(0.21, 1e-6);
        sensor.IsKnown.ShouldBeFalse("it may be over at once");
        for (int i = 0; i < 78; i++) Push(ref sensor, isGyro ? Accel(i) : Accel(99), isGyro ? Rate(99) : Rate(i)).ShouldBeTrue();
        sensor.IsKnown.ShouldBeFalse();
        for (int i = 0; i < 3; i++) Push(ref sensor, isGyro ? Accel(i) : Accel(99), isGyro ? Rate(99) : Rate(i)).ShouldBeTrue();
        sensor.IsKnown.ShouldBeTrue("it lasts for more than a second");
    }

    [Fact]
    public void SensorThatMovesOn_WasFrozenFromTheFirstOfTheSameReadingsOn()
    {
        FrozenSensor sensor = default;
        for (int i = 0; i < 10; i++) Push(ref sensor, Accel(i), Rate(i));
        double since = _time + 0.01;
        for (int i = 0; i < 31; i++) Push(ref sensor, Accel(i), Rate(99));
        Push(ref sensor, Accel(0), Rate(1)).ShouldBeFalse();
        sensor.IsKnown.ShouldBeTrue();
        sensor.TotalS.ShouldBe(0.3, 1e-6);
        double until = since + 0.30;
        sensor.WasFrozen(At(since - 1), At(since - 0.005)).ShouldBeFalse();
        sensor.WasFrozen(At(since - 1), At(since)).ShouldBeTrue();
        sensor.WasFrozen(At(since + 0.1), At(since + 0.2)).ShouldBeTrue();
        sensor.WasFrozen(At(until), At(until + 1)).ShouldBeTrue();
        sensor.WasFrozen(At(until + 0.005), At(until + 1)).ShouldBeFalse();
        // Again: both are remembered, and add up.
        for (int i = 0; i < 10; i++) Push(ref sensor, Accel(i), Rate(i));
        for (int i = 0; i < 26; i++) Push(ref sensor, Accel(i), Rate(98));
        Push(ref sensor, Accel(0), Rate(1));
        sensor.TotalS.ShouldBe(0.55, 1e-6);
        sensor.WasFrozen(At(since), At(since)).ShouldBeTrue();
        sensor.WasFrozen(At(_time - 0.1), At(_time)).ShouldBeTrue();
        sensor.WasFrozen(At(until + 0.05), At(until + 0.05)).ShouldBeFalse();
    }

    [Fact]
    public void EightSpans_AreRemembered()
    {
        FrozenSensor sensor = default;
        List<double> begins = [];
        for (int n = 0; n < 9; n++)
        {
            for (int i = 0; i < 10; i++) Push(ref sensor, Accel(i), Rate(i));
            begins.Add(_time + 0.01);
            for (int i = 0; i < 22; i++) Push(ref sensor, Accel(i), Rate(99 + n));
        }

        begins.Select(b => sensor.WasFrozen(At(b), At(b))).ShouldBe([false, .. Enumerable.Repeat(true, 8)]);
    }

    // Slow samples: five of the same are needed besides the 0.2 s; and samples apart by more than 0.1 s begin anew.
    [Theory, InlineData(0.05, 5), InlineData(0.03, 7), InlineData(0.09, 5)]
    public void SlowSamples_NeedFiveOfTheSame(double periodS, int repeats)
    {
        FrozenSensor sensor = default;
        for (int i = 0; i < 10; i++) Push(ref sensor, Accel(i), Rate(i), periodS);
        Push(ref sensor, Accel(99), Rate(99), periodS);
        for (int i = 1; i < repeats; i++) Push(ref sensor, Accel(99), Rate(99), periodS).ShouldBeFalse();
        Push(ref sensor, Accel(99), Rate(99), periodS).ShouldBeTrue();
        Push(ref sensor, Accel(99), Rate(99), 0.11).ShouldBeFalse("after a gap nothing is known");
    }

    [Fact]
    public void SampleThatIsNoLater_ChangesNothing()
    {
        FrozenSensor sensor = default;
        for (int i = 0; i < 30; i++) Push(ref sensor, Accel(99), Rate(99));
        double before = sensor.TotalS;
        Push(ref sensor, Accel(1), Rate(1), 0).ShouldBeTrue();
        Push(ref sensor, Accel(1), Rate(1), -0.5).ShouldBeTrue();
        _time += 0.5;
        sensor.TotalS.ShouldBe(before);
    }

    // At rest, a sensor of a fine resolution hardly ever repeats itself; one of a coarse resolution does, and then a repetition says nothing.
    [Theory, InlineData(0, true), InlineData(1, true), InlineData(3, false), InlineData(50, false)]
    public void ReadingThatHangsAtRest_IsFrozenWhereTheSensorHardlyEverRepeats(int repeatsOfHundred, bool isFrozen)
    {
        FrozenSensor sensor = default;
        for (int i = 0; i < 100; i++)
        {
            Push(ref sensor, Quiet(i), Quiet(i) * 0.01);
            if (i < repeatsOfHundred) Push(ref sensor, Quiet(i), Quiet(i) * 0.01).ShouldBeFalse();
        }

        bool found = false;
        for (int i = 0; i < 40; i++) found |= Push(ref sensor, Quiet(999), Quiet(999) * 0.01);
        found.ShouldBe(isFrozen);
    }

    [Fact]
    public void ReadingThatHangsAtRest_OfASensorThatIsHardlyKnown_IsNothing()
    {
        FrozenSensor sensor = default;
        for (int i = 0; i < 45; i++) Push(ref sensor, Quiet(i), Quiet(i) * 0.01);
        for (int i = 0; i < 100; i++) Push(ref sensor, Quiet(999), Quiet(99) * 0.01).ShouldBeFalse();
    }

    // Between resting and moving nothing can be told of a sensor that is not known.
    [Theory, InlineData(0.45, false), InlineData(0.55, true)]
    public void FootThatTurns_MustChangeItsReadings(double rateRadPerS, bool isFrozen)
    {
        FrozenSensor sensor = default;
        bool found = false;
        for (int i = 0; i < 40; i++) found |= Push(ref sensor, Accel(99), new(0, rateRadPerS + (1e-4 * i), 0));
        found.ShouldBe(isFrozen);
    }

    private static Vector3D Accel(int i) => new(0.01 * i, 0, 9.8);

    private static Vector3D Rate(int i) => new(0, 2 + (0.01 * i), 0);

    private static Vector3D Quiet(int i) => new(0, 0.0001 * i, 9.8);

    private bool Push(ref FrozenSensor sensor, Vector3D accel, Vector3D gyro, double dt = 0.01) => sensor.Push(new ImuSample(At(_time += dt), accel, gyro));

    private static DeviceTime At(double seconds) => DeviceTime.FromSeconds(seconds);
}
