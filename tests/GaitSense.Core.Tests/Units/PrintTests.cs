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
