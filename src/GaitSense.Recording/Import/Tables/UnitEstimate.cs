using System.Globalization;

namespace GaitSense.Recording.Import.Tables;

/// <summary>
/// What units the first rows of a sensor look like: for advice, never to convert by. At rest an accelerometer reads gravity, so 1 is g, 9.8 m/s² and 2048 a count of ±16 g; a gyroscope's
/// noise is some thousandths of rad/s or some tenths of °/s.
/// </summary>
internal static class UnitEstimate
{
    private const int Window = 10;
    private const double MaxSpread = 0.03;

    // Counts per g and per deg/s of 16-bit sensors at their ranges of 2, 4, 8, 16 g and 250 to 2000 deg/s (data sheets of MPU-6050, ICM-20948, BMI270, LSM6DS).
    private static readonly double[] CountsPerG = [16384, 8192, 4096, 2048, 1024, 512, 256];
    private static readonly double[] CountsPerDegree = [131, 65.5, 32.8, 16.4];

    /// <summary>The options that say it: <c>--units acc=g,gyr=deg/s</c> or <c>--scale "acc=2048/g,gyr=16.4/(deg/s)"</c>; null where the rows do not tell.</summary>
    /// <param name="sketch">The table.</param>
    /// <param name="accel">Columns of the acceleration.</param>
    /// <param name="gyro">Columns of the angular rate.</param>
    /// <param name="accelKnown">Whether the unit of the acceleration is known already.</param>
    /// <param name="gyroKnown">Whether that of the angular rate is.</param>
    public static string? Options(TableSketch sketch, int[] accel, int[] gyro, bool accelKnown = false, bool gyroKnown = false)
    {
        double[][] a = Vectors(sketch, accel), w = Vectors(sketch, gyro);
        if (a.Length < Window || w.Length != a.Length) return null;
        (double rest, int at) = Rest(a);
        bool isWhole = Array.TrueForAll(a, v => Array.TrueForAll(v, x => x == Math.Floor(x)));
        string? unit = rest switch { > 0.6 and < 1.6 => "g", > 6 and < 16 => "m/s2", > 6000 and < 12000 when !isWhole => "mm/s2", > 900 and < 1015 => "mg", _ => null };
        if (unit is null && isWhole && rest > 100)
        {
            double perG = CountsPerG.MinBy(c => Math.Abs(Math.Log(c / rest)));
            double degrees = w.Max(v => v.Max(Math.Abs));
            // A foot's swing reaches some hundreds of degrees a second.
            double perDegree = CountsPerDegree.MinBy(c => Math.Abs(Math.Log(Math.Max(1, degrees) / c / 450)));
            if (Math.Abs(Math.Log(perG / rest)) > 0.15) return null;
            return string.Create(CultureInfo.InvariantCulture, $"--scale \"acc={perG}/g,gyr={(degrees < 500 ? 16.4 : perDegree)}/(deg/s)\"");
        }

        if (unit is null && !accelKnown) return null;
        double noise = Math.Sqrt(Enumerable.Range(at, Window).Average(i => w[i].Sum(x => x * x))), most = w.Max(v => v.Max(Math.Abs));
        string rate = most > 35 || noise > 0.06 ? "deg/s" : "rad/s";
        string?[] said = [accelKnown ? null : $"acc={unit}", gyroKnown ? null : $"gyr={rate}"];
        return "--units " + string.Join(',', said.OfType<string>());
    }

    /// <summary>The length that acceleration has where it changes least, in the unit of the file, and the row there.</summary>
    public static (double Level, int Row) Rest(double[][] accel)
    {
        double best = double.MaxValue;
        (double, int) rest = (0, 0);
        double[] lengths = [.. accel.Select(v => Math.Sqrt(v.Sum(x => x * x)))];
        for (int i = 0; i + Window <= lengths.Length; i++)
        {
            double mean = lengths.AsSpan(i, Window).ToArray().Average();
            if (mean <= 0) continue;
            double spread = Math.Sqrt(lengths.Skip(i).Take(Window).Average(x => (x - mean) * (x - mean))) / mean;
            if (spread < best) (best, rest) = (spread, (mean, i));
        }

        return best <= MaxSpread ? rest : (0, 0);
    }

    private static double[][] Vectors(TableSketch sketch, int[] columns) =>
        [.. sketch.Rows.Select(r => (double[])[.. columns.Select(c => sketch.Number(r, c))]).Where(v => Array.TrueForAll(v, double.IsFinite))];
}
