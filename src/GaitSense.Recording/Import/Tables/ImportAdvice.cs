using System.Buffers;
using System.Globalization;
using GaitSense.Recording.Text;

namespace GaitSense.Recording.Import.Tables;

/// <summary>For a table that cannot be read as it is: the header that was found, and the command that would read it.</summary>
internal static class ImportAdvice
{
    private const int MaxNames = 16;

    private static readonly SearchValues<char> ForTheShell = SearchValues.Create(" '\"()&;$`*?");

    /// <summary>A refusal with advice.</summary>
    /// <param name="sketch">The table.</param>
    /// <param name="path">Its file.</param>
    /// <param name="why">What is missing, without a final full stop.</param>
    /// <param name="options">Options of the command that reads it; a word in capital letters is for the person to fill in.</param>
    public static RecordingFormatException Refuse(TableSketch sketch, string path, string why, string options)
    {
        string names = string.Join(", ", sketch.Header.Names.Take(MaxNames).Select(n => n.Length == 0 ? "(empty)" : n)) + (sketch.Header.Names.Length > MaxNames ? ", …" : "");
        string header = sketch.Header.Line < 0 || names.Length == 0 ? "There is no header"
            : string.Create(CultureInfo.InvariantCulture, $"Its header, line {sketch.Header.Line + 1}, is: {TextForPeople.Show(names, 300)}");
        return new(path, $"{why}. {header}. This reads it, if that is what the numbers are: {Command(path, options)}");
    }

    /// <summary>The command, fit to be pasted.</summary>
    public static string Command(string path, string options) => $"gaitsense convert {Quoted(path)} {options} --out RECORDING";

    /// <summary>The columns of a table whose header names none: told by their numbers, else for the person to fill in.</summary>
    /// <param name="sketch">The table.</param>
    public static string Columns(TableSketch sketch)
    {
        int[] numeric = [.. Enumerable.Range(0, Width(sketch)).Where(sketch.IsNumeric)];
        int time = Array.FindIndex(numeric, c => TimeColumn.Of(sketch, c, null) is { Rule: not null, Distinct: > 1 } && Rises(sketch, c));
        int[] rest = [.. numeric.Where((_, i) => i != time)];
        string rate = time < 0 ? " --rate HZ" : "";
        string timeName = time < 0 ? "" : Name(sketch, numeric[time]);
        for (int i = 0; i + 6 <= rest.Length; i++)
        {
            int[] first = rest[i..(i + 3)], second = rest[(i + 3)..(i + 6)];
            foreach ((int[] accel, int[] gyro) in new[] { (first, second), (second, first) })
            {
                if (!IsAccel(sketch, accel) || IsAccel(sketch, gyro)) continue;
                return $"--columns {Shown(timeName, accel, gyro)} {UnitEstimate.Options(sketch, accel, gyro) ?? "--units acc=UNIT,gyr=UNIT"}{rate}";
            }
        }

        return $"--columns time={(time < 0 ? "NAME" : timeName)},acc_x=NAME,acc_y=NAME,acc_z=NAME,gyr_x=NAME,gyr_y=NAME,gyr_z=NAME --units acc=UNIT,gyr=UNIT";

        string Shown(string t, int[] accel, int[] gyro)
        {
            string[] keys = ["acc_x", "acc_y", "acc_z", "gyr_x", "gyr_y", "gyr_z"];
            IEnumerable<string> pairs = keys.Zip(accel.Concat(gyro), (k, c) => $"{k}={Name(sketch, c)}");
            string all = string.Join(',', t.Length > 0 ? pairs.Prepend($"time={t}") : pairs);
            return all.Contains(' ', StringComparison.Ordinal) ? $"\"{all}\"" : all;
        }
    }

    private static int Width(TableSketch sketch) => sketch.Rows.Count == 0 ? 0 : sketch.Rows.Max(r => r.Length);

    // Names are used where all can be: they hold no comma and none of them is a number or there twice.
    private static string Name(TableSketch sketch, int column)
    {
        string[] names = sketch.Header.Names;
        bool usable = sketch.Header.Line >= 0 && names.Length > column && Array.TrueForAll(names, n => n.Length > 0 && n.IndexOfAny([',', '"', '=', '-']) < 0 && !char.IsAsciiDigit(n[0]))
            && names.Distinct(StringComparer.OrdinalIgnoreCase).Count() == names.Length;
        return usable ? TextForPeople.Show(names[column], 60) : (column + 1).ToString(CultureInfo.InvariantCulture);
    }

    private static bool Rises(TableSketch sketch, int column)
    {
        double[] values = [.. sketch.Rows.Select(r => sketch.Number(r, column)).Where(double.IsFinite)];
        return values.Length > 1 && values[^1] > values[0] && values.Zip(values.Skip(1), (a, b) => b >= a).All(x => x);
    }

    private static bool IsAccel(TableSketch sketch, int[] columns)
    {
        double[][] vectors = [.. sketch.Rows.Select(r => (double[])[.. columns.Select(c => sketch.Number(r, c))]).Where(v => Array.TrueForAll(v, double.IsFinite))];
        double rest = UnitEstimate.Rest(vectors).Level;
        // Gravity is always there; a gyroscope reads next to nothing whenever the foot rests.
        double[] lengths = [.. vectors.Select(v => Math.Sqrt(v.Sum(x => x * x))).Order()];
        if (lengths.Length == 0 || lengths[lengths.Length / 10] < 0.2 * rest) return false;
        return rest is (> 0.6 and < 1.6) or (> 6 and < 16) or (> 200 and < 20000);
    }

    /// <summary>A path as a shell takes it.</summary>
    public static string Quoted(string path) => path.AsSpan().IndexOfAny(ForTheShell) < 0 ? path : $"'{path.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
