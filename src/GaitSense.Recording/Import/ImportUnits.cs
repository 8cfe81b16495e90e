using System.Buffers;
using System.Globalization;
using System.Text;

namespace GaitSense.Recording.Import;

/// <summary>Units as files and people write them, and what they are in SI.</summary>
internal static class ImportUnits
{
    /// <summary>m/s² in one standard gravity (by definition, CGPM 1901).</summary>
    public const double GravityMps2 = 9.80665;

    /// <summary>rad/s in one degree per second.</summary>
    public const double DegreeRadPerS = Math.PI / 180;

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    /// <summary>Microseconds in one unit of time.</summary>
    public static double? Time(string unit)
    {
        // A tick of several units: 100us.
        string text = unit.Trim();
        int number = text.AsSpan().IndexOfAnyExcept(NumberCharacters);
        if (number <= 0) return TimeOf(text);
        return double.TryParse(text[..number], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double ticks) && ticks > 0 ? ticks * TimeOf(text[number..]) : null;
    }

    private static double? TimeOf(string unit) => Plain(unit) switch
    {
        "s" or "sec" or "secs" or "second" or "seconds" => 1e6,
        "ms" or "msec" or "millisecond" or "milliseconds" => 1e3,
        "us" or "usec" or "microsecond" or "microseconds" => 1,
        "ns" or "nsec" or "nanosecond" or "nanoseconds" => 1e-3,
        _ => null,
    };

    /// <summary>m/s² in one unit of acceleration.</summary>
    public static double? Acceleration(string unit) => Plain(unit) switch
    {
        "ms2" or "mps2" or "mpers2" or "msec2" or "meterspersecondsquared" or "mss" or "ms-2" or "mpss" => 1,
        "g" or "gs" or "gn" or "gforce" => GravityMps2,
        "mg" => GravityMps2 / 1000,
        "mms2" => 0.001,
        _ => null,
    };

    /// <summary>rad/s in one unit of angular rate.</summary>
    public static double? AngularRate(string unit) => Plain(unit) switch
    {
        "rads" or "radianspersecond" or "radianss" or "radps" or "radsec" or "rads-1" => 1,
        "degs" or "degreespersecond" or "degpers" or "degps" or "dps" or "degsec" or "degrees" or "degreess" or "degs-1" => DegreeRadPerS,
        "mdps" or "mdegs" => DegreeRadPerS / 1000,
        _ => null,
    };

    /// <summary>The unit without case, brackets and signs: <c>m/(s^2)</c> is <c>ms2</c>, <c>°/s</c> is <c>degs</c>.</summary>
    public static string Plain(string unit)
    {
        var plain = new StringBuilder();
        foreach (char c in unit)
        {
            if (c is '°' or 'º' or '˚') plain.Append("deg");
            else if (c == '²') plain.Append('2');
            else if (c is 'µ' or 'μ') plain.Append('u');
            else if (char.IsAsciiLetterOrDigit(c) || c == '-') plain.Append(char.ToLowerInvariant(c));
        }

        return plain.ToString();
    }
}
