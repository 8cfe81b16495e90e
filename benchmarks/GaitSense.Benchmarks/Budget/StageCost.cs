using System.Globalization;

namespace GaitSense.Benchmarks;

/// <summary>What one stage costs on one input, measured in one process.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Input">The input.</param>
/// <param name="Nanoseconds">For each sample and foot, undisturbed: the fastest of many laps, piece by piece.</param>
/// <param name="BaselineNs">The baseline in the same seconds, the fastest too.</param>
/// <param name="Bytes">Allocated for each sample and foot.</param>
internal sealed record StageCost(string Stage, string Input, double Nanoseconds, double BaselineNs, double Bytes)
{
    public double Ratio => Nanoseconds / BaselineNs;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Stage}\t{Input}\t{Nanoseconds:R}\t{BaselineNs:R}\t{Bytes:R}");

    public static StageCost Parse(string line)
    {
        string[] cells = line.Split('\t');
        double Number(int cell) => double.Parse(cells[cell], CultureInfo.InvariantCulture);
        return new(cells[0], cells[1], Number(2), Number(3), Number(4));
    }
}
