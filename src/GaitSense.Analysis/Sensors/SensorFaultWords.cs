using System.Globalization;
using GaitSense.Core;

namespace GaitSense.Analysis.Sensors;

/// <summary>What is wrong with a sensor, and what to do, in words: the same on screens, in files and in reports.</summary>
public static class SensorFaultWords
{
    internal const double GravityMps2 = 9.80665;
    private const string Axis = "xyz";

    /// <summary>One or two sentences.</summary>
    public static string Of(in SensorFault fault) => fault.Kind switch
    {
        SensorFaultKind.Frozen => Text($"The {Words.Of(fault.Foot)} sensor was frozen: its gyroscope, its accelerometer or both gave one and the same reading for {fault.Value:0.0} s in all. Strides then are rejected; check the sensor and its link."),
        SensorFaultKind.AccelScale when fault.WasRight => Text(
            $"The {Words.Of(fault.Foot)} accelerometer reads {fault.Value * GravityMps2:0.00} m/s² where gravity is 9.81, and was right before: its scale changed by a factor of {fault.Value:0.00} in the middle of the walk. What was measured since is wrong; switch the sensor off and on, check its range, and walk again."),
        SensorFaultKind.AccelScale => Text(
            $"The {Words.Of(fault.Foot)} accelerometer reads {fault.Value * GravityMps2:0.00} m/s² where gravity is 9.81: its scale is off by a factor of {fault.Value:0.00}. Check its unit, range and calibration, or multiply it by {1 / fault.Value:0.00}."),
        SensorFaultKind.AxesDiffer => $"The {Words.Of(fault.Foot)} accelerometer and gyroscope do not agree: their axes differ. {Turned(fault.Axes)} Lengths and directions are wrong until both are in the same axes.",
        SensorFaultKind.GyroSign => $"The {Words.Of(fault.Foot)} accelerometer and gyroscope do not agree: {Mirrored(fault.Axes)} Lengths and directions are wrong until it is turned round.",
        SensorFaultKind.GyroScale => Text(
            $"The {Words.Of(fault.Foot)} accelerometer and gyroscope do not agree: the gyroscope's scale is off by a factor of about {fault.Value:0.00}. Check its unit and range, or multiply it by {1 / fault.Value:0.00}."),
        SensorFaultKind.GyroLate => Text(
            $"The {Words.Of(fault.Foot)} gyroscope is late against the accelerometer by about {1000 * fault.Value:0} ms: lengths may be some percent too short. Check the filters and times of both, or say it in session.json (\"gyro_delay_s\": {fault.Value:0.000})."),
        _ => Text(
            $"The {Words.Of(fault.Foot)} sensor does not move as a foot does ({(fault.Value < 1 ? Text($"{100 * fault.Value:0} % of its fastest rotation is left where a foot stands still; a foot shows less than 10 %") : "it is shaken and never swings")}): is it not on the foot, but on the shank, the trunk or an arm? Fix it to the foot or shoe."),
    };

    /// <summary>The same in a few words, for a screen.</summary>
    public static string InShort(in SensorFault fault) => fault.Kind switch
    {
        SensorFaultKind.Frozen => "sensor frozen: check it and its link",
        SensorFaultKind.AccelScale when fault.WasRight => Text($"accelerometer changed by a factor of {fault.Value:0.00}: switch the sensor off and on"),
        SensorFaultKind.AccelScale => Text($"accelerometer off by a factor of {fault.Value:0.00}: check unit and range"),
        SensorFaultKind.AxesDiffer => "accelerometer and gyroscope in different axes: results are wrong",
        SensorFaultKind.GyroSign => "a sign of the gyroscope is wrong: results are wrong",
        SensorFaultKind.GyroScale => Text($"gyroscope off by a factor of {fault.Value:0.00}: check unit and range"),
        SensorFaultKind.GyroLate => Text($"gyroscope late by {1000 * fault.Value:0} ms: lengths may be too short"),
        _ => "the sensor is not on a foot",
    };

    private static string Turned(SignedAxes axes)
    {
        sbyte[] of = [axes.X, axes.Y, axes.Z];
        if (axes.IsSignsOnly)
        {
            int kept = Array.FindIndex(of, a => a > 0);
            string others = string.Join(" and ", Axis.Where((_, i) => i != kept));
            return $"It fits where the accelerometer's {Axis[kept]} is mirrored, or its {others} (or the gyroscope's) have the wrong sign: turn the accelerometer's {Axis[kept]} round.";
        }

        return $"The accelerometer's x, y, z are the gyroscope's {axes}.";
    }

    private static string Mirrored(SignedAxes axes)
    {
        sbyte[] of = [axes.X, axes.Y, axes.Z];
        if (!axes.IsSignsOnly) return $"one of them is left-handed. The accelerometer's x, y, z are the gyroscope's {axes}: a sign of the gyroscope is wrong, and axes are exchanged.";
        string wrong = string.Join(", ", of.Select((a, i) => (a, i)).Where(p => p.a < 0).Select(p => Axis[p.i]));
        return wrong.Length > 1 ? $"the gyroscope's signs of {wrong} are wrong." : $"the sign of the gyroscope's {wrong} is wrong (it is mirrored).";
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
