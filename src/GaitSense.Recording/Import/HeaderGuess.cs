using System.Text.RegularExpressions;

namespace GaitSense.Recording;

/// <summary>What a column holds, told by its name: <c>acc_x_mps2</c>, <c>Gyroscope X (deg/s)</c>, <c>AccelY [g]</c>, <c>time_s</c>.</summary>
/// <param name="Kind">What is measured.</param>
/// <param name="Axis">0, 1 or 2 for x, y and z; 0 for a time.</param>
/// <param name="ToSi">m/s², rad/s or microseconds in one of its units; null where the name states no unit.</param>
internal readonly partial record struct HeaderGuess(HeaderKind Kind, int Axis, double? ToSi)
{
    /// <summary>Reads a name; null where it says none of this.</summary>
    public static HeaderGuess? Of(string name)
    {
        if (name.Length > 80) return null;
        string plain = ImportUnits.Plain(name).Replace("-", "", StringComparison.Ordinal);
        if (Match(AccelName().Match(plain), HeaderKind.Accel, ImportUnits.Acceleration) is { } accel) return accel;
        if (Match(GyroName().Match(plain), HeaderKind.Gyro, ImportUnits.AngularRate) is { } gyro) return gyro;
        return Match(TimeName().Match(plain), HeaderKind.Time, ImportUnits.Time);
    }

    private static HeaderGuess? Match(Match match, HeaderKind kind, Func<string, double?> unit)
    {
        if (!match.Success) return null;
        string rest = match.Groups["unit"].Value;
        double? toSi = rest.Length == 0 ? null : unit(rest);
        if (rest.Length > 0 && toSi is null) return null;
        int axis = match.Groups["axis"].Value is { Length: 1 } letter ? letter[0] - 'x' : 0;
        return new HeaderGuess(kind, axis, toSi);
    }

    [GeneratedRegex("^(imu|sensor)?(accelerometer|acceleration|accel|acc|a)(?<axis>[xyz])(axis)?(?<unit>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex AccelName();

    [GeneratedRegex("^(imu|sensor)?(gyroscope|gyro|gyr|angularvelocity|angularrate|angvel|w|g)(?<axis>[xyz])(axis)?(?<unit>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex GyroName();

    [GeneratedRegex("^(timestamp|sampletime|elapsedtime|elapsed|time|t)(?<unit>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex TimeName();
}
