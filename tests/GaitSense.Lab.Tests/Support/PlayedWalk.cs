using System.Globalization;
using System.IO.Compression;

namespace GaitSense.Lab.Tests;

/// <summary>
/// A recorded walk as the lab's feet play it, five milliseconds a sample, against a recording that was made of it over the air: which played sample a
/// received one is, its counts tell.
/// </summary>
internal sealed class PlayedWalk(string source)
{
    public const double PeriodS = 0.005;

    private static readonly string[] Feet = ["left", "right"];
    private static readonly double[] CountsPerUnit = [.. Enumerable.Repeat(32768 / (16 * 9.80665), 3), .. Enumerable.Repeat(32768 / (2000 * Math.PI / 180), 3)];

    private readonly Dictionary<string, Dictionary<string, List<int>>> _played = Feet.ToDictionary(f => f, f => IndexOf(Path.Combine(source, f + ".csv")), StringComparer.Ordinal);

    /// <summary>How a recording's times compare with the truth: those of both feet, with one clock.</summary>
    /// <returns>What the recording's clock shows when the walk began, and for each foot the time errors, s, the number of samples that nobody played, and the longest gap, s.</returns>
    public Comparison Compare(string recording)
    {
        Dictionary<string, (double[] Errors, int Unknown, double LongestGapS)> feet = new(StringComparer.Ordinal);
        foreach (string foot in Feet) feet[foot] = Errors(Path.Combine(recording, foot + ".csv"), _played[foot]);
        double begin = Median([.. feet.Values.SelectMany(f => f.Errors)]);
        return new Comparison(begin, feet.ToDictionary(f => f.Key, f => new FootComparison([.. f.Value.Errors.Select(e => e - begin)], f.Value.Unknown, f.Value.LongestGapS), StringComparer.Ordinal));
    }

    private static (double[] Errors, int Unknown, double LongestGapS) Errors(string csv, Dictionary<string, List<int>> played)
    {
        List<double> errors = [];
        (int unknown, double longestGapS, double lastS, double offset) = (0, 0, double.NaN, 0);
        foreach ((double timeS, string counts) in Rows(csv))
        {
            longestGapS = Math.Max(longestGapS, double.IsNaN(lastS) ? 0 : timeS - lastS);
            lastS = timeS;
            if (!played.TryGetValue(counts, out List<int>? at))
            {
                unknown++;
                continue;
            }

            // A foot at rest shows the same counts again and again: then the one that is nearest to where we are.
            int index = at.Count == 1 || errors.Count == 0 ? at[0] : at.MinBy(i => Math.Abs(timeS - (i * PeriodS) - offset));
            errors.Add(timeS - (index * PeriodS));
            offset = errors[^1];
        }

        return ([.. errors], unknown, longestGapS);
    }

    private static Dictionary<string, List<int>> IndexOf(string csv)
    {
        Dictionary<string, List<int>> index = new(StringComparer.Ordinal);
        int i = 0;
        foreach ((_, string counts) in Rows(csv))
        {
            if (!index.TryGetValue(counts, out List<int>? at)) index[counts] = at = [];
            at.Add(i++);
        }

        return index;
    }

    /// <summary>A foot's file with the times at which its samples are played.</summary>
    public static IEnumerable<string> AsPlayed(string csv)
    {
        int i = -1;
        foreach (string line in Lines(csv)) yield return i++ < 0 ? line : string.Create(CultureInfo.InvariantCulture, $"{i * PeriodS - PeriodS:0.000}{line[line.IndexOf(',', StringComparison.Ordinal)..]}");
    }

    private static IEnumerable<(double TimeS, string Counts)> Rows(string csv)
    {
        foreach (string line in Lines(csv).Skip(1))
        {
            double[] values = [.. line.Split(',').Take(7).Select(v => double.Parse(v, CultureInfo.InvariantCulture))];
            yield return (values[0], string.Join(' ', CountsPerUnit.Select((c, k) => Math.Clamp((int)Math.Round(values[k + 1] * c), -32768, 32767))));
        }
    }

    private static IEnumerable<string> Lines(string csv)
    {
        using Stream file = File.OpenRead(File.Exists(csv) ? csv : csv + ".gz");
        using Stream plain = File.Exists(csv) ? file : new GZipStream(file, CompressionMode.Decompress);
        using var reader = new StreamReader(plain);
        while (reader.ReadLine() is { Length: > 0 } line) yield return line;
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }

    internal sealed record FootComparison(double[] ErrorsS, int Unknown, double LongestGapS)
    {
        public double LargestErrorS => ErrorsS.Max(Math.Abs);
    }

    internal sealed record Comparison(double BeginS, Dictionary<string, FootComparison> Feet);
}
