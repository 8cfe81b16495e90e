using System.Globalization;
using GaitSense.Recording.Import.Tables;

namespace GaitSense.Recording.Import;

/// <summary>What one count of a DOT's SampleTimeFine is.</summary>
/// <param name="TickUs">Microseconds in it.</param>
/// <param name="Words">In words.</param>
internal readonly record struct DotTime(double TickUs, string Words)
{
    private const double MaxRateHz = 130;
    private const int Enough = 20;

    // The output rates of a DOT (Movella DOT user manual, output data rates), Hz.
    private static readonly double[] RatesHz = [1, 4, 10, 12, 15, 20, 30, 60, 120];

    /// <summary>Microseconds, as the app and the server write them.</summary>
    public static DotTime Micros => new(1, "time in microseconds of the sensor's own clock (it begins again every 71.6 min)");

    /// <summary>Tells it by the steps of a file's first rows.</summary>
    /// <exception cref="RecordingFormatException">The steps fit no rate that a DOT has.</exception>
    public static DotTime Of(ImportProbe probe, HeaderLine header, ImportOptions options)
    {
        if (ImportScale.Of(options, probe.Path).TimeUs is { } said) return new(said, $"time in {TimeColumn.Words(said)}, as said");
        if (options.RateHz is not null) return Micros;
        var sketch = TableSketch.Of(probe, header);
        int fine = header.Of("SampleTimeFine"), counter = header.Of("PacketCounter");
        double[] steps = [.. sketch.Rows.Zip(sketch.Rows.Skip(1), (a, b) => (sketch.Number(b, fine) - sketch.Number(a, fine)) / Math.Max(1, counter < 0 ? 1 : sketch.Number(b, counter) - sketch.Number(a, counter))).Where(d => d > 0).Order()];
        if (steps.Length < Enough) return Micros;
        double step = steps[steps.Length / 2], hz = 1e6 / step, ticksHz = 1e4 / step;
        if (hz <= MaxRateHz) return Micros;
        if (Array.Exists(RatesHz, r => Math.Abs(ticksHz - r) < 0.03 * r))
            return new(100, FormattableString.Invariant($"time in ticks of 100 µs (in microseconds it were {hz:0} Hz, which no DOT has)"));
        throw new RecordingFormatException(probe.Path, string.Create(CultureInfo.InvariantCulture, $"SampleTimeFine goes by {step:0.##} from row to row: in microseconds, a DOT's unit, that is {hz.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', ' ')} Hz, in ticks of 100 µs, as PC tools log, {ticksHz:0.##} Hz, and a DOT measures at neither (1 to 120 Hz). This reads it, if one is right: {ImportAdvice.Command(probe.Path, "--units time=100us")}, or with --rate HZ instead"));
    }
}
