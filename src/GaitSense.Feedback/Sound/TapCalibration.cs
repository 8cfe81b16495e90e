namespace GaitSense.Feedback.Sound;

/// <summary>
/// Output latency from taps with a steady beat. People tap with what they hear, so a longer latency moves all taps alike. What
/// is no part of it (people tap a little ahead of a beat, keyboards report late) is measured once where the latency is known: with wired headphones or the
/// machine's own loudspeaker.
/// </summary>
public static class TapCalibration
{
    /// <summary>Time between beats, s: where tapping is most even, and longer than any output latency.</summary>
    public const double PeriodS = 0.6;

    /// <summary>Beats of one calibration; the first <see cref="Listened"/> are only listened to.</summary>
    public const int Beats = 40;

    /// <summary>Beats at the beginning whose taps do not count.</summary>
    public const int Listened = 6;

    /// <summary>
    /// Taps against beats on a wire, s, where it was not measured: people tap 20 to 80 ms ahead (Repp 2005, "Sensorimotor synchronization: a review of the tapping
    /// literature"), and keyboards report 20 to 50 ms late.
    /// </summary>
    public const double UsualWiredS = -0.02;

    /// <summary>Standard uncertainty of <see cref="UsualWiredS"/>, s.</summary>
    public const double UsualWiredUncertaintyS = 0.03;

    private const int FewestTaps = 20;
    private const double MaxSdS = 0.05, MaxDriftS = 0.04, StrayS = 0.12, EarliestS = -0.15;

    /// <summary>Evaluates a calibration.</summary>
    /// <param name="firstBeatS">When the first beat left the device, s, on any clock.</param>
    /// <param name="tapsS">The taps on the same clock, s, in their order.</param>
    public static TapResult Evaluate(double firstBeatS, IReadOnlyList<double> tapsS)
    {
        ArgumentNullException.ThrowIfNull(tapsS);
        double from = firstBeatS + ((Listened - 0.5) * PeriodS), to = firstBeatS + (Beats * PeriodS);
        double[] taps = [.. tapsS.Where(t => t >= from && t <= to)];
        if (taps.Length == 0) return new TapResult(0, 0, 0, "no taps: press the space bar with each beat");

        // Taps lie on a circle of one beat; their mean direction says where it is to be cut open.
        double middle = Math.Atan2(taps.Sum(t => Math.Sin(Angle(t))), taps.Sum(t => Math.Cos(Angle(t)))) / (2 * Math.PI) * PeriodS;
        if (middle < EarliestS) middle += PeriodS;
        double[] late = [.. taps.Select(t => middle + Math.IEEERemainder(t - firstBeatS - middle, PeriodS))];
        double median = Median(late);
        late = [.. late.Where(d => Math.Abs(d - median) < StrayS)];
        double mean = late.Average(), sd = Math.Sqrt(late.Sum(d => (d - mean) * (d - mean)) / Math.Max(1, late.Length - 1));
        double drift = Math.Abs(late[..(late.Length / 2)].DefaultIfEmpty(mean).Average() - late[(late.Length / 2)..].Average());
        string? fault = late.Length < FewestTaps ? FormattableString.Invariant($"only {late.Length} of {Beats - Listened} beats were tapped; {FewestTaps} are needed")
            : sd > MaxSdS ? FormattableString.Invariant($"the taps scatter by {1000 * sd:0} ms; up to {1000 * MaxSdS:0} ms is good enough")
            : drift > MaxDriftS ? FormattableString.Invariant($"the taps moved by {1000 * drift:0} ms between the first half and the second: tap with the beat, not against it")
            : null;
        return new TapResult(mean, sd, late.Length, fault);

        double Angle(double tapS) => 2 * Math.PI * (tapS - firstBeatS) / PeriodS;
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return 0.5 * (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]);
    }
}
