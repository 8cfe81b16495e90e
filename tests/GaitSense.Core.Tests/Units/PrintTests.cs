using System.Globalization;

namespace GaitSense.Core.Tests;

/// <summary>What Console.WriteLine shows of what the core hands out.</summary>
public sealed class PrintTests
{
    private static readonly DeviceTime At = new(27_870_000);

    public static TheoryData<object, string> Values => new()
    {
        { At, "27.870000 s" },
        { new DeviceTime(-1), "-0.000001 s" },
        { new HostTime(1_500_000), "host 1.500000 s" },
        { new Stride { Foot = Foot.Left, Index = 12, Start = new(26_810_000), End = At, LengthM = 1.412, Direction = WalkingDirection.Forward }, "left stride 12, landed at 27.870000 s: 1.41 m forward in 1.06 s" },
        { new Stride { End = At, LengthM = 0.04, Direction = WalkingDirection.InPlace }, "left stride 0, landed at 27.870000 s: 0.04 m in place" },
        { new Stride { Foot = Foot.Right, End = At, RejectReason = RejectReason.NoZeroVelocity }, "right stride 0, landed at 27.870000 s: length unknown, not to be used (no zero velocity)" },
        { new Step(Foot.Left, At, 0.531, 0, null, At, WalkingDirection.Backward), "left step, landed at 27.870000 s: 0.53 s after the right foot, backward" },
        { new GaitEvent(Foot.Right, GaitEventKind.InitialContact, At, At, WalkingDirection.Unknown, 1, null), "right initial contact at 27.870000 s, direction unknown" },
        { new ProvisionalEvent(Foot.Right, GaitEventKind.TerminalContact, At, At, 1, false), "right terminal contact at 27.870000 s, early guess, withdrawn" },
        { new FootedSample(Foot.Left, new ImuSample(At, new(0.12, -0.3, 9.79), new(0.01, 0, -2), Clipping.Gyro)), "left foot at 27.870000 s: acceleration (0.120, -0.300, 9.790) m/s², rotation (0.010, 0.000, -2.000) rad/s, at the end of a range" },
        { new Turn(Foot.Left, At, At, -Math.PI), "turn of 180° to the right from 27.870000 s to 27.870000 s" },
        { new Bout(default, At, 14), "walked from 0.000000 s to 27.870000 s, 14 strides" },
        { new Gap(Foot.Left, default, At, true), "left foot: no samples from 0.000000 s to 27.870000 s, bridged" },
        { new PathPoint(Foot.Left, At, new(1.41, 0.02, 0), 0.07), "left foot at 27.870000 s: position (1.410, 0.020, 0.000) m, heading 4°" },
        { new MountingEstimate(Foot.Left, At, MountingAxes.Identity, true, 1), "left foot at 27.870000 s: forward is (1.000, 0.000, 0.000) and up (0.000, 0.000, 1.000) in the sensor's axes, declared" },
        { new MountingEstimate(Foot.Right, At, new(new(0, -1, 0), new(1, 0, 0), new(0, 0, 1)), false, 0.934), "right foot at 27.870000 s: forward is (0.000, -1.000, 0.000) and up (0.000, 0.000, 1.000) in the sensor's axes, learned, sure to 93 %" },
        { new SensorFault(Foot.Left, At, SensorFaultKind.Frozen, 0.35, SignedAxes.Same), "left sensor, seen at 27.870000 s: frozen for 0.4 s" },
        { new SensorFault(Foot.Left, At, SensorFaultKind.AccelScale, 1.1, SignedAxes.Same), "left sensor, seen at 27.870000 s: the accelerometer reads 1.10 times what it should" },
        { new SensorFault(Foot.Left, At, SensorFaultKind.AccelScale, 1.1, SignedAxes.Same) { WasRight = true }, "left sensor, seen at 27.870000 s: the accelerometer reads 1.10 times what it should, and was right before" },
        { new SensorFault(Foot.Right, At, SensorFaultKind.AxesDiffer, 0, new(-2, 1, 3)), "right sensor, seen at 27.870000 s: x, y, z of the accelerometer are -y, x, z of the gyroscope" },
        { new SensorFault(Foot.Right, At, SensorFaultKind.GyroSign, 0, new(1, 2, -3)), "right sensor, seen at 27.870000 s: a sign of the gyroscope is wrong, x, y, z of the accelerometer are its x, y, -z" },
        { new SensorFault(Foot.Right, At, SensorFaultKind.GyroScale, 0.5, SignedAxes.Same), "right sensor, seen at 27.870000 s: the gyroscope reads 0.50 times what it should" },
        { new SensorFault(Foot.Left, At, SensorFaultKind.GyroLate, 0.0124, SignedAxes.Same), "left sensor, seen at 27.870000 s: the gyroscope is late by 0.012 s" },
        { new SensorFault(Foot.Left, At, SensorFaultKind.NotOnFoot, 0.4, SignedAxes.Same), "left sensor, seen at 27.870000 s: not on foot" },
        { new SignedAxes(-1, 3, 2), "-x, z, y" },
        { new SignedAxes(-3, -2, 1), "-z, -y, x" },
        { default(SignedAxes), "?, ?, ?" },
        { new Gap((Foot)7, default, At, false), "7 foot: no samples from 0.000000 s to 27.870000 s, too long to bridge" },
    };

    [Theory, MemberData(nameof(Values))]
    public void Value_Printed_IsWordsWithUnitsInEveryCulture(object value, string words)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            // A culture with a decimal comma; the invariant mode of the tests has no others by name.
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = "," } };
            value.ToString().ShouldBe(words);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
