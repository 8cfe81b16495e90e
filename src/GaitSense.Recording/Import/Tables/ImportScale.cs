using System.Buffers;
using System.Globalization;
using GaitSense.Recording.Text;

namespace GaitSense.Recording.Import.Tables;

/// <summary>What a person says of a table's units: <c>--units acc=g,gyr=deg/s,time=ms</c> and, of raw counts, <c>--scale acc=2048/g,gyr=16.4/(deg/s)</c>.</summary>
/// <param name="TimeUs">Microseconds in one unit of time; null: not said.</param>
/// <param name="Accel">m/s² in one unit of acceleration; null: not said.</param>
/// <param name="Gyro">rad/s in one unit of angular rate; null: not said.</param>
internal readonly record struct ImportScale(double? TimeUs, double? Accel, double? Gyro)
{
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    /// <summary>Reads both options.</summary>
    /// <param name="options">The options.</param>
    /// <param name="path">The file that messages name.</param>
    /// <exception cref="RecordingFormatException">A part is no unit or no scale.</exception>
    public static ImportScale Of(ImportOptions options, string path)
    {
        ImportScale units = Parts(options.Units, "--units", path, Unit, "acc=m/s2, g, mg; gyr=rad/s, deg/s; time=s, ms, us, 100us");
        ImportScale scale = Parts(options.Scale, "--scale", path, Scale, "counts in a unit, acc=2048/g,gyr=16.4/(deg/s), or the unit in a count, acc=0.488mg,gyr=70mdps");
        return new ImportScale(scale.TimeUs ?? units.TimeUs, scale.Accel ?? units.Accel, scale.Gyro ?? units.Gyro);
    }

    private static ImportScale Parts(string? text, string option, string path, Func<string, Func<string, double?>, double?> read, string knows)
    {
        var said = default(ImportScale);
        foreach (string part in (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string[] pair = part.Split('=', 2, StringSplitOptions.TrimEntries);
            string value = pair.Length == 2 ? pair[1] : "";
            said = pair[0].ToLowerInvariant() switch
            {
                "time" => said with { TimeUs = read(value, ImportUnits.Time) ?? throw Unknown(part) },
                "acc" => said with { Accel = read(value, ImportUnits.Acceleration) ?? throw Unknown(part) },
                "gyr" => said with { Gyro = read(value, ImportUnits.AngularRate) ?? throw Unknown(part) },
                _ => throw Unknown(part),
            };
        }

        return said;

        RecordingFormatException Unknown(string part) => new(path, $"{option} has {TextForPeople.Quote(part)}: it knows {knows}");
    }

    private static double? Unit(string text, Func<string, double?> known) => known(text);

    private static double? Scale(string text, Func<string, double?> known)
    {
        int end = text.AsSpan().IndexOfAnyExcept(NumberCharacters);
        if (end <= 0 || !double.TryParse(text[..end], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) || !(number is > 0 and < 1e12)) return null;
        string rest = text[end..].Trim();
        return rest.StartsWith('/') ? known(rest[1..]) / number : known(rest) * number;
    }
}
