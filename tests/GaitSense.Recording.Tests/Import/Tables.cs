using System.Globalization;
using System.Text;
using GaitSense.Core;
using GaitSense.Recording.Import;

namespace GaitSense.Recording.Tests;

/// <summary>One stretch of samples, written in the many ways in which people's tables come: at rest for a second, then a foot that swings once a second, at 100 Hz.</summary>
internal static class Tables
{
    public const string Header = "Time (s),Accel X (g),Accel Y (g),Accel Z (g),Gyro X (deg/s),Gyro Y (deg/s),Gyro Z (deg/s)";

    /// <summary>Time in s, acceleration in g, angular rate in °/s.</summary>
    public static double[][] Rows(int count = 300) => [.. Enumerable.Range(0, count).Select(i =>
    {
        double t = i * 0.01, swing = i < 100 ? 0 : Math.Max(0, Math.Sin(2 * Math.PI * t)), noise = ((i * 37 % 11) - 5) * 0.0002;
        return (double[])[t, Math.Round(-0.1 + noise + (0.9 * swing), 5), Math.Round(0.43 - noise, 5), Math.Round(-0.89 + noise - (0.6 * swing), 5), Math.Round(0.1 + (400 * swing), 4), Math.Round(-0.2 - (30 * swing), 4), Math.Round(0.3 + (noise * 100), 4)];
    })];

    public static string Text(IEnumerable<string> lines, string end = "\n") => string.Concat(lines.Select(l => l + end));

    public static IEnumerable<string> Lines(double[][] rows, char separator = ',', Func<double, int, string>? number = null) =>
        rows.Select(r => string.Join(separator, r.Select((v, i) => (number ?? Point)(v, i))));

    public static string Point(double value, int column) => value.ToString(column == 0 ? "F4" : "F5", CultureInfo.InvariantCulture);

    public static string Comma(double value, int column) => Point(value, column).Replace('.', ',');

    /// <summary>Imports a text and asks that it gives the rows: times from 0, values as written.</summary>
    public static ImportResult Gives(TestFolder folder, byte[] bytes, double[][] rows, ImportOptions? options = null, string name = "walk.csv", double toleranceS = 0)
    {
        folder.Write(name, bytes);
        (ImportResult result, List<ImuSample> samples) = Imports.One(folder, name, options);
        samples.Count.ShouldBe(rows.Length, string.Join('\n', result.Assumptions));
        for (int i = 0; i < rows.Length; i++)
        {
            double[] r = rows[i];
            samples[i].Time.Seconds.ShouldBe(r[0] - rows[0][0], toleranceS + 1e-9, FormattableString.Invariant($"row {i}"));
            if (double.IsNaN(r[1])) samples[i].AccelMps2.IsFinite.ShouldBeFalse();
            else (samples[i].AccelMps2 - (new Vector3D(r[1], r[2], r[3]) * 9.80665)).Length.ShouldBeLessThan(2e-5);
            (samples[i].GyroRadPerS - (new Vector3D(r[4], r[5], r[6]) * (Math.PI / 180))).Length.ShouldBeLessThan(2e-6);
        }

        return result;
    }

    public static ImportResult Gives(TestFolder folder, string text, double[][] rows, ImportOptions? options = null, string name = "walk.csv", double toleranceS = 0) =>
        Gives(folder, Encoding.UTF8.GetBytes(text), rows, options, name, toleranceS);
}
