namespace GaitSense.Analysis.Plots;

/// <summary>Counts of values in equal bins, as a plot.</summary>
internal static class Histogram
{
    /// <summary>Draws values between <paramref name="low"/> and <paramref name="high"/>; what lies beyond is counted in the outermost bins.</summary>
    public static Plot Draw(string title, IReadOnlyList<double> values, double low, double high, int bins, string xLabel, string css, double width = 486, double height = 280)
    {
        int[] counts = new int[bins];
        double size = (high - low) / bins;
        foreach (double v in values) counts[Math.Clamp((int)Math.Floor((v - low) / size), 0, bins - 1)]++;
        Plot plot = new(title, width, height, NiceScale.Exactly(low, high, 6), NiceScale.Around(0, Math.Max(1, counts.Max())), xLabel, "count");
        for (int i = 0; i < bins; i++)
            if (counts[i] > 0) plot.Rectangle(low + (i * size), low + ((i + 1) * size), 0, counts[i], "bar " + css);
        return plot;
    }
}
