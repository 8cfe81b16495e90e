using GaitSense.Core;
using GaitSense.Recording.Plain;
using GaitSense.Recording.Samples;
using GaitSense.Recording.Units;

namespace GaitSense.Recording.Tests;

public sealed class UnitCheckTests
{
    private static readonly Lazy<List<(string Path, ImuSample[] Samples)>> Sensors = new(ReadSensors);

    [Fact]
    public void Complete_EveryRealRecording_FindsNothing()
    {
        foreach ((string path, ImuSample[] samples) in RealSensors()) Check(path, samples, 1, 1).Slip.ShouldBe(UnitSlip.None, path);
    }

    [Theory]
    [InlineData(1 / 9.80665, 1, UnitSlip.AccelInG)]
    [InlineData(9.80665, 1, UnitSlip.AccelMultipliedTwice)]
    [InlineData(1, 180 / Math.PI, UnitSlip.GyroInDegreesPerS)]
    [InlineData(1, Math.PI / 180, UnitSlip.GyroTooSmall)]
    public void Complete_EveryRealRecordingWithAFactor_NamesTheSlip(double accelFactor, double gyroFactor, UnitSlip expected)
    {
        foreach ((string path, ImuSample[] samples) in RealSensors())
            Check(path, samples, accelFactor, gyroFactor).Slip.ShouldBe(expected, path);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 0.3)]
    [InlineData(1, 2.5)]
    [InlineData(0.85, 1)]
    [InlineData(1.15, 1)]
    public void Complete_AnySecondOfARealRecordingSlowOrFastOrMiscalibrated_FindsNothing(double accelFactor, double gyroFactor)
    {
        foreach ((string path, ImuSample[] samples) in RealSensors())
        {
            for (int start = 0; start + 100 < samples.Length; start += 100)
                Check(path, samples[start..(start + 100)], accelFactor, gyroFactor).Slip.ShouldBe(UnitSlip.None, path);
        }
    }

    // A file that states its units is doubted by gravity alone, and not because a foot was held still twice in an odd moment.
    [Theory, InlineData(3, UnitSlip.None), InlineData(4, UnitSlip.AccelInG)]
    public void Complete_FileThatStatesItsUnits_IsQuestionedFromFourRestsOn(int rests, UnitSlip expected)
    {
        UnitCheck check = new("stated.csv", isStated: true);
        for (int i = 0; i < 400; i++)
        {
            // Quarter seconds, at rest and shaken in turn.
            bool isRest = i / 25 % 2 == 0 && i / 50 < rests;
            check.Push(new ImuSample(DeviceTime.FromSeconds(i * 0.01), new Vector3D(0, isRest || i % 2 == 0 ? 0 : 0.5, 1), default));
        }

        check.Complete().Slip.ShouldBe(expected);
    }

    [Fact]
    public void Complete_RealRecordingInMilliseconds_NamesTheTime()
    {
        (string path, ImuSample[] samples) = RealSensors()[0];
        var slow = samples.Select(s => s with { Time = new(s.Time.Microseconds * 1000) }).ToArray();
        Check(path, slow, 1, 1).Slip.ShouldBe(UnitSlip.TimeNotInSeconds);
    }

    [Theory]
    [InlineData(1.0, UnitSlip.AccelInG, "at rest the accelerometer reads 1.0: is this in g? gaitsense expects m/s2 (9.8 at rest); multiply the acc columns by 9.80665")]
    [InlineData(1000, UnitSlip.AccelInMilliG, "is this in mg?")]
    [InlineData(9807, UnitSlip.AccelInMillimetres, "is this in mm/s2?")]
    [InlineData(96.2, UnitSlip.AccelMultipliedTwice, "was it multiplied by 9.8 twice?")]
    [InlineData(0.01, UnitSlip.AccelWithoutGravity, "was gravity taken out?")]
    [InlineData(0, UnitSlip.AccelWithoutGravity, "was gravity taken out?")]
    [InlineData(32.2, UnitSlip.AccelUnexplained, "no usual unit explains")]
    [InlineData(9.81, UnitSlip.None, null)]
    [InlineData(10.45, UnitSlip.None, null)]
    public void Complete_SensorAtRest_NamesTheUnit(double reading, UnitSlip expected, string? says)
    {
        var check = new UnitCheck("left.csv");
        for (int i = 0; i < 30; i++) check.Push(new ImuSample(new(i * 10_000), new(0, reading, 0), default));
        UnitVerdict verdict = check.Complete();
        verdict.Slip.ShouldBe(expected);
        if (says is not null) verdict.Message!.ShouldContain(says);
    }

    [Theory]
    [InlineData(40, UnitSlip.GyroInDegreesPerS)]
    [InlineData(20, UnitSlip.None)]
    [InlineData(0.8, UnitSlip.None)]
    [InlineData(0.02, UnitSlip.GyroTooSmall)]
    public void Complete_MovingFoot_NamesWhatNoFootDoes(double gyro, UnitSlip expected)
    {
        var check = new UnitCheck("left.csv");
        for (int i = 0; i < 600; i++) check.Push(new ImuSample(new(i * 10_000), new(0, 0, 9.8 + (i % 50 / 5)), new(gyro, 0, 0)));
        check.Complete().Slip.ShouldBe(expected);
    }

    [Fact]
    public void Complete_NothingOrOneSample_FindsNothing()
    {
        new UnitCheck("left.csv").Complete().Slip.ShouldBe(UnitSlip.None);
        var check = new UnitCheck("left.csv");
        check.Push(new ImuSample(default, new(0, 0, 1), default));
        check.Push(new ImuSample(new(10), new(double.NaN, 0, 1), default));
        check.Complete().Slip.ShouldBe(UnitSlip.None);
    }

    [Fact]
    public void ThrowIfSlipped_AfterASlip_SaysFileAndUnit()
    {
        var check = new UnitCheck("left.csv");
        for (int i = 0; i < 3200; i++) check.Push(new ImuSample(new(i * 10_000), new(0, 0, 1), default));
        var e = Should.Throw<UnitSlipException>(check.ThrowIfSlipped, "sure after half a minute, without an end");
        e.Message.ShouldStartWith("left.csv: at rest the accelerometer reads 1.0");
        e.Verdict.Slip.ShouldBe(UnitSlip.AccelInG);
    }

    private static UnitVerdict Check(string path, ImuSample[] samples, double accelFactor, double gyroFactor)
    {
        var check = new UnitCheck(path);
        foreach (ImuSample s in samples)
            check.Push(s with { AccelMps2 = s.AccelMps2 * accelFactor, GyroRadPerS = s.GyroRadPerS * gyroFactor });
        return check.Complete();
    }

    private static List<(string Path, ImuSample[] Samples)> RealSensors()
    {
        RealRecordings.Require();
        return Sensors.Value;
    }

    private static List<(string Path, ImuSample[] Samples)> ReadSensors()
    {
        List<(string Path, ImuSample[] Samples)> sensors = [];
        var block = new ImuSample[100_000];
        foreach (PlainRecording recording in RealRecordings.All().Select(PlainRecording.Open))
        {
            foreach (PlainSensor sensor in recording.Sensors)
            {
                using SampleReader reader = recording.OpenSensor(sensor);
                sensors.Add((recording.PathOf(sensor), block[..reader.Read(block)]));
            }
        }

        return sensors;
    }
}
