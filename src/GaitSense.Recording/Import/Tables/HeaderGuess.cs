namespace GaitSense.Recording.Import.Tables;

/// <summary>
/// What a column holds, told by its name: <c>acc_x_mps2</c>, <c>Gyroscope X (deg/s)</c>, <c>x-acc</c>, <c>pelvis_ACCEL_x</c>, <c>Left Foot/Angular Velocity/Y</c>, <c>unix_timestamp</c>.
/// </summary>
/// <param name="Kind">What is measured.</param>
/// <param name="Axis">0, 1 or 2 for x, y and z; 0 for a time; below 0 where the name does not say.</param>
/// <param name="ToSi">m/s², rad/s or microseconds in one of its units; null where the name states no unit that is known.</param>
/// <param name="Place">What else the name says, in small letters: where the sensor sits, or its number; empty: nothing.</param>
/// <param name="Unit">The unit as the name has it, in brackets, known or not; null: none.</param>
internal readonly record struct HeaderGuess(HeaderKind Kind, int Axis, double? ToSi, string Place = "", string? Unit = null)
{
    private const int MaxNameLength = 80;

    private static readonly HashSet<string> AccelWords = new(StringComparer.Ordinal) { "acc", "accel", "acceleration", "accelerometer", "accelerations", "accelero", "specificforce" };
    private static readonly HashSet<string> GyroWords = new(StringComparer.Ordinal)
        { "gyr", "gyro", "gyroscope", "gyros", "angvel", "angularvelocity", "angularrate", "rotationrate", "turnrate", "rateofturn", "omega" };

    private static readonly HashSet<string> TurnWords = new(StringComparer.Ordinal) { "ang", "angular", "rotation", "rotational", "turn", "rot" };
    private static readonly HashSet<string> RateWords = new(StringComparer.Ordinal) { "vel", "velocity", "rate", "speed" };
    private static readonly HashSet<string> LinearWords = new(StringComparer.Ordinal) { "lin", "linear", "linacc", "linaccel", "linearacceleration", "user", "useracceleration", "free", "freeacc", "dynamic", "nograv" };
    private static readonly HashSet<string> GravityWords = new(StringComparer.Ordinal) { "grav", "gravity" };
    private static readonly HashSet<string> OtherWords = new(StringComparer.Ordinal)
        { "mag", "magn", "magnetometer", "magnetic", "quat", "quaternion", "euler", "roll", "pitch", "yaw", "temp", "temperature", "pressure", "pos", "position", "heading", "euler", "orientation", "angle", "displacement", "jerk", "dv", "dq", "matrix" };

    private static readonly HashSet<string> TimeWords = new(StringComparer.Ordinal)
        { "time", "times", "timestamp", "timestamps", "sampletime", "elapsed", "elapsedtime", "datetime", "epoch", "unix", "unixtime", "clock", "millis", "micros", "nanos", "utc", "localtime", "t", "ts", "latency", "zeit", "temps", "tiempo", "tempo", "hora", "uhrzeit" };

    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
        { "imu", "sensor", "data", "raw", "cal", "calibrated", "axis", "in", "value", "body", "device", "component", "motion", "the", "of", "specific", "force", "s", "reading", "and", "cali", "signal", "si" };

    /// <summary>Reads a name; null where it says none of this.</summary>
    public static HeaderGuess? Of(string name)
    {
        if (name.Length is 0 or > MaxNameLength) return null;
        (List<string> tokens, string? unit) = HeaderTokens.Of(name);
        if (tokens.Count == 0 || tokens.Exists(OtherWords.Contains)) return null;
        return Measured(tokens, unit) ?? Time(tokens, unit);
    }

    private static HeaderGuess? Measured(List<string> all, string? unit)
    {
        List<string> tokens = HeaderTokens.WithAxesApart(all, w => AccelWords.Contains(w) || GyroWords.Contains(w) || LinearWords.Contains(w) || GravityWords.Contains(w));
        int axisAt = tokens.FindLastIndex(t => t is "x" or "y" or "z");
        bool isAccel = tokens.Exists(AccelWords.Contains), isTurn = tokens.Exists(TurnWords.Contains);
        bool isGyro = tokens.Exists(GyroWords.Contains) || (isTurn && tokens.Exists(RateWords.Contains));
        bool isGravity = tokens.Exists(GravityWords.Contains), isLinear = tokens.Exists(LinearWords.Contains);
        if (isAccel && isTurn && !isGyro) return null; // angular acceleration
        // ax, gy, wz: a letter says the quantity, only right beside its axis.
        string letter = axisAt > 0 ? tokens[axisAt - 1] : "";
        if (!isAccel && !isGyro && !isGravity && !isLinear && letter is "a" or "g" or "w")
        {
            (isAccel, isGyro) = (letter is "a", letter is not "a");
            tokens = [.. tokens.Take(axisAt - 1), .. tokens.Skip(axisAt)];
            axisAt--;
        }

        HeaderKind? kind = isLinear && !isGyro && axisAt >= 0 ? HeaderKind.LinearAccel
            : isGravity && !isGyro ? HeaderKind.Gravity
            : isGyro ? HeaderKind.Gyro
            : isAccel ? HeaderKind.Accel
            : axisAt >= 0 && tokens.TrueForAll(t => t is "x" or "y" or "z" || Fillers.Contains(t)) ? HeaderKind.BareAxis : null;
        if (kind is not { } measured) return null;
        if (tokens.Count(t => t is "x" or "y" or "z") > 1) return null;
        Func<string, double?> known = measured == HeaderKind.Gyro ? ImportUnits.AngularRate : ImportUnits.Acceleration;
        string[] rest = [.. tokens.Where((t, i) => i != axisAt && !AccelWords.Contains(t) && !GyroWords.Contains(t) && !GravityWords.Contains(t) && !LinearWords.Contains(t)
            && !(isGyro && (TurnWords.Contains(t) || RateWords.Contains(t))))];
        double? toSi = unit is null ? HeaderTokens.TakeUnit(ref rest, known) : known(unit) ?? (measured == HeaderKind.BareAxis ? ImportUnits.AngularRate(unit) : null);
        int axis = axisAt < 0 ? -1 : tokens[axisAt][0] - 'x';
        return new HeaderGuess(measured, axis, toSi, PlaceOf(rest), unit);
    }

    private static HeaderGuess? Time(List<string> tokens, string? unit)
    {
        bool isElapsed = tokens is ["seconds" or "second" or "milliseconds" or "ms" or "sec"];
        if (!isElapsed && !tokens.Exists(TimeWords.Contains)) return null;
        if (tokens.Exists(t => t is "zone" or "offset" or "status" or "sync")) return null;
        double? toSi = unit is null ? null : ImportUnits.Time(unit);
        foreach (string token in tokens)
        {
            toSi ??= token switch { "millis" or "msecs" => 1e3, "micros" or "usecs" => 1, "nanos" or "nsecs" => 1e-3, _ => ImportUnits.Time(token) };
        }

        string[] rest = [.. tokens.Where(t => !TimeWords.Contains(t) && ImportUnits.Time(t) is null)];
        return new HeaderGuess(HeaderKind.Time, 0, toSi, PlaceOf(rest), unit);
    }

    private static string PlaceOf(IEnumerable<string> tokens) => string.Join(' ', tokens.Where(t => !Fillers.Contains(t)));
}
