using System.Globalization;

namespace GaitSense.Benchmarks;

/// <summary>What many walkers at once cost.</summary>
/// <param name="Walkers">How many.</param>
/// <param name="Records">Whether all were recorded.</param>
/// <param name="P50Ms">From the moment in which a packet is due to what it decided: half are faster, ms.</param>
/// <param name="P99Ms">99 of 100 are faster.</param>
/// <param name="MaxMs">The slowest.</param>
/// <param name="CpuPercent">CPU of one core.</param>
/// <param name="MemoryKb">What the process grew by for each walker, kB.</param>
/// <param name="AllocatedMbPerS">Allocated, all of it, MB in a second.</param>
/// <param name="ToldPerS">Events and cues in a second.</param>
/// <param name="FlushS">The longest time between two flushes of one recording, s.</param>
internal sealed record DeskFigures(int Walkers, bool Records, double P50Ms, double P99Ms, double MaxMs, double CpuPercent, double MemoryKb, double AllocatedMbPerS, double ToldPerS, double FlushS)
{
    /// <summary>As one line.</summary>
    public string ToLine() => string.Create(CultureInfo.InvariantCulture, $"{Walkers} {Records} {P50Ms:R} {P99Ms:R} {MaxMs:R} {CpuPercent:R} {MemoryKb:R} {AllocatedMbPerS:R} {ToldPerS:R} {FlushS:R}");

    /// <summary>Out of such a line.</summary>
    public static DeskFigures Parse(string line)
    {
        string[] parts = line.Trim().Split(' ');
        double[] n = [.. parts[2..].Select(p => double.Parse(p, CultureInfo.InvariantCulture))];
        return new DeskFigures(int.Parse(parts[0], CultureInfo.InvariantCulture), bool.Parse(parts[1]), n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7]);
    }
}
