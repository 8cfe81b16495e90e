using System.Text.RegularExpressions;
using GaitSense.Recording.Import.Tables;

namespace GaitSense.Recording.Import;

/// <summary>One file of three axes: of what, and of which sensor.</summary>
/// <param name="Probe">The file.</param>
/// <param name="Header">Its header.</param>
/// <param name="Sketch">Its table.</param>
/// <param name="Kind">What it holds; <see cref="HeaderKind.BareAxis"/> where nothing says.</param>
/// <param name="Axes">Its columns, x, y, z.</param>
internal sealed partial record SplitFile(ImportProbe Probe, HeaderLine Header, TableSketch Sketch, HeaderKind Kind, int[] Axes)
{
    private TimeColumn? _time;

    /// <summary>Whether it can be half of a sensor.</summary>
    public bool IsUsable => Kind is HeaderKind.Accel or HeaderKind.Gyro;

    /// <summary>Sensor Logger's header: nanoseconds since 1970, seconds, and axes from z to x; units are m/s² and rad/s for every phone (its documentation, "Units").</summary>
    public bool IsSensorLogger => Header.Names is ["time", "seconds_elapsed", "z", "y", "x"];

    /// <summary>Of files of one quantity, which is taken: total acceleration has gravity for certain.</summary>
    public int Rank => Path.GetFileName(Probe.Path).Contains("total", StringComparison.OrdinalIgnoreCase) ? 2 : Path.GetFileName(Probe.Path).Contains("uncal", StringComparison.OrdinalIgnoreCase) ? 1 : 0;

    /// <summary>m/s² or rad/s in one of its units; null: nothing states it.</summary>
    public double? ToSi
    {
        get
        {
            Func<string, double?> known = Kind == HeaderKind.Gyro ? ImportUnits.AngularRate : ImportUnits.Acceleration;
            HeaderGuess? guess = HeaderGuess.Of(Header.Names[Axes[0]]);
            double? stated = guess is { Unit: { } unit } ? known(unit) : guess is { Kind: var kind } && kind == Kind ? guess.Value.ToSi : null;
            return stated ?? (Sketch.UnitOf(Axes[0]) is { } below ? known(below) : null) ?? (IsSensorLogger && Rank != 1 ? 1 : null);
        }
    }

    /// <summary>How its times are read.</summary>
    public string TimeWords => _time?.Description ?? "";

    /// <summary>Looks at a file.</summary>
    public static SplitFile Of(ImportProbe probe, HeaderLine header)
    {
        HeaderGuess?[] guesses = [.. header.Names.Select(HeaderGuess.Of)];
        HeaderKind kind = guesses.OfType<HeaderGuess>().First(g => g.Kind != HeaderKind.Time).Kind;
        int[] axes = [.. Enumerable.Range(0, 3).Select(axis => Array.FindIndex(guesses, g => g is { } a && a.Kind == kind && a.Axis == axis))];
        if (kind is HeaderKind.BareAxis)
        {
            string? unit = guesses[axes[0]]?.Unit;
            kind = KindOfName(probe.Path) ?? (unit is null ? kind : ImportUnits.AngularRate(unit) is not null ? HeaderKind.Gyro : ImportUnits.Acceleration(unit) is not null ? HeaderKind.Accel : kind);
        }
        else if (kind is HeaderKind.Accel && KindOfName(probe.Path) is HeaderKind.LinearAccel or HeaderKind.Gravity)
        {
            kind = KindOfName(probe.Path)!.Value;
        }

        return new SplitFile(probe, header, TableSketch.Of(probe, header), kind, axes);
    }

    /// <summary>What a file's name says it holds; null: nothing.</summary>
    public static HeaderKind? KindOfName(string path)
    {
        string name = Path.GetFileName(path);
        if (Other().IsMatch(name)) return null;
        if (Gravity().IsMatch(name)) return HeaderKind.Gravity;
        if (Linear().IsMatch(name)) return HeaderKind.LinearAccel;
        return Gyro().IsMatch(name) ? HeaderKind.Gyro : Accel().IsMatch(name) ? HeaderKind.Accel : null;
    }

    /// <summary>Whether two files are the halves of one sensor.</summary>
    public bool Completes(SplitFile other) => IsUsable && other.IsUsable && Kind != other.Kind && string.Equals(Key(), other.Key(), StringComparison.OrdinalIgnoreCase);

    /// <summary>Its layout, without scales.</summary>
    /// <param name="givenUs">Microseconds in a unit of time, as said; null: by the file.</param>
    /// <exception cref="RecordingFormatException">Its times cannot be read.</exception>
    public TableLayout Layout(double? givenUs)
    {
        _time = Enumerable.Range(0, Header.Names.Length).Where(i => HeaderGuess.Of(Header.Names[i]) is { Kind: HeaderKind.Time })
            .Select(i => TimeColumn.Of(Sketch, i, givenUs)).OrderByDescending(t => t.Rule is not null).ThenByDescending(t => t.Distinct).ThenByDescending(t => t.Rule is { IsEpoch: true }).First();
        if (_time.Rule is not { } rule) throw new RecordingFormatException(Probe.Path, _time.Description);
        return Sketch.Layout(rule, Kind == HeaderKind.Accel ? Axes : [], Kind == HeaderKind.Gyro ? Axes : []);
    }

    // The folder, and what the name says besides the quantity.
    private string Key()
    {
        string name = Path.GetFileName(Probe.Path);
        if (name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)) name = name[..^3];
        string rest = Gyro().Replace(Accel().Replace(Path.GetFileNameWithoutExtension(name), ""), "");
        return Path.GetDirectoryName(Path.GetFullPath(Probe.Path)) + "/" + Filler().Replace(rest, "");
    }

    [GeneratedRegex("total ?acceleration|accelerometers?|acceleration|accel|acc(?![a-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Accel();

    [GeneratedRegex("gyroscopes?|gyro|gyr(?![a-z])|angular[ _-]?(velocity|rate)|rotation[ _-]?rate", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Gyro();

    [GeneratedRegex("linear|lin[ _-]?acc|user[ _-]?acc|free[ _-]?acc|without[ _-]?g", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Linear();

    [GeneratedRegex("gravity", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Gravity();

    [GeneratedRegex("magnet|orientation|quaternion|baromet|pressure|location|gps", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Other();

    [GeneratedRegex("uncalibrated|uncal|[^a-z0-9]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Filler();
}
