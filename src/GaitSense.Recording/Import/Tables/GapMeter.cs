using GaitSense.Core;

namespace GaitSense.Recording.Import.Tables;

/// <summary>Counts the holes in one sensor's times, with fixed memory.</summary>
/// <param name="periodS">The usual time between two samples, s.</param>
internal sealed class GapMeter(double periodS)
{
    private DeviceTime? _first, _last;
    private double _usualS;
    private long _usual;

    /// <summary>Intervals longer than 2.5 sample periods.</summary>
    public int Gaps { get; private set; }

    /// <summary>The longest of them, s.</summary>
    public double LongestS { get; private set; }

    /// <summary>When the longest of them begins, s after the first sample.</summary>
    public double LongestAtS { get; private set; }

    /// <summary>All of them together, s.</summary>
    public double InGapsS { get; private set; }

    /// <summary>From the first to the last sample, s.</summary>
    public double SpanS => _first is { } first && _last is { } last ? last.SecondsSince(first) : 0;

    /// <summary>When the first sample was taken; null before it.</summary>
    public DeviceTime? First => _first;

    /// <summary>When the last sample was taken; null before the first.</summary>
    public DeviceTime? Last => _last;

    /// <summary>Samples per second where there are no gaps, Hz, to a thousandth; 0 where that is not known.</summary>
    public double MeanRateHz => _usualS > 0 ? Math.Round(_usual / _usualS, 3) : 0;

    /// <summary>Times that equal the one before.</summary>
    public int Repeated { get; private set; }

    /// <summary>Samples with a component that is missing.</summary>
    public int Missing { get; private set; }

    /// <summary>Samples in all.</summary>
    public long Samples { get; private set; }

    /// <summary>Adds a sample.</summary>
    public void Push(in ImuSample sample)
    {
        Samples++;
        _first ??= sample.Time;
        if (!sample.AccelMps2.IsFinite || !sample.GyroRadPerS.IsFinite) Missing++;
        if (_last is { } last)
        {
            double intervalS = sample.Time.SecondsSince(last);
            if (intervalS <= 0) Repeated++;
            if (periodS > 0 && intervalS > 2.5 * periodS)
            {
                Gaps++;
                InGapsS += intervalS;
                if (intervalS > LongestS) (LongestS, LongestAtS) = (intervalS, last.SecondsSince(_first.Value));
            }
            else
            {
                _usual++;
                _usualS += intervalS;
            }
        }

        _last = sample.Time;
    }

    /// <summary>The usual time between samples: the mean of the intervals that are no gaps, s; 0 where there are none.</summary>
    public static double PeriodOf(IReadOnlyList<ImuSample> samples)
    {
        double[] intervals = [.. samples.Zip(samples.Skip(1), (a, b) => b.Time.SecondsSince(a.Time)).Where(d => d > 0).Order()];
        if (intervals.Length == 0) return 0;
        double median = intervals[intervals.Length / 2];
        return intervals.Where(d => d <= 2.5 * median).Average();
    }

    /// <summary>What was found, in a sentence.</summary>
    public string Sentence()
    {
        string gaps = Gaps == 0
            ? "no gaps"
            : FormattableString.Invariant($"{Gaps} {(Gaps == 1 ? "gap" : "gaps")} longer than 2.5 sample periods, the longest {LongestS:0.###} s; they stay gaps");
        string rest = (Missing > 0 ? FormattableString.Invariant($"; {Missing} rows without all numbers") : "")
            + (Repeated > 0 ? FormattableString.Invariant($"; {Repeated} repeated times") : "");
        return FormattableString.Invariant($"{Samples} samples, {gaps}{rest}.");
    }
}
