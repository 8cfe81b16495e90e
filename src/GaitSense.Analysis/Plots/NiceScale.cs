using System.Globalization;

namespace GaitSense.Analysis.Plots;

/// <summary>An axis from round number to round number, with ticks in steps of 1, 2 or 5 times a power of ten.</summary>
public sealed class NiceScale
{
    private NiceScale(double min, double max, double step)
    {
        Min = min;
        Max = max;
        Step = step;
    }

    /// <summary>Its lower end.</summary>
    public double Min { get; }

    /// <summary>Its upper end.</summary>
    public double Max { get; }

    /// <summary>From tick to tick.</summary>
    public double Step { get; }

    /// <summary>An axis that holds all of <paramref name="min"/> to <paramref name="max"/>, with about <paramref name="ticks"/> ticks.</summary>
    public static NiceScale Around(double min, double max, int ticks = 5)
    {
        double step = StepFor(ref min, ref max, ticks);
        return new NiceScale(Math.Floor((min / step) + 1e-9) * step, Math.Ceiling((max / step) - 1e-9) * step, step);
    }

    /// <summary>An axis with exactly these ends.</summary>
    public static NiceScale Exactly(double min, double max, int ticks = 5)
    {
        double step = StepFor(ref min, ref max, ticks);
        return new NiceScale(min, max, step);
    }

    /// <summary>Its ticks.</summary>
    public IEnumerable<double> Ticks()
    {
        long first = (long)Math.Ceiling((Min / Step) - 1e-9), last = (long)Math.Floor((Max / Step) + 1e-9);
        for (long k = first; k <= last; k++) yield return k * Step;
    }

    /// <summary>What stands at a tick.</summary>
    public string Label(double tick)
    {
        int decimals = Math.Clamp((int)Math.Ceiling(-Math.Log10(Step) - 1e-9), 0, 9);
        return (Math.Round(tick, decimals) + 0.0).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            .Replace("-", "−", StringComparison.Ordinal);
    }

    private static double StepFor(ref double min, ref double max, int ticks)
    {
        if (!double.IsFinite(min) || !double.IsFinite(max)) (min, max) = (0, 1);
        if (max - min < 1e-9)
        {
            double room = Math.Max(Math.Abs(min) * 0.1, 1e-3);
            (min, max) = (min - room, max + room);
        }

        double raw = (max - min) / ticks, power = Math.Pow(10, Math.Floor(Math.Log10(raw))), lead = raw / power;
        return (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10) * power;
    }
}
