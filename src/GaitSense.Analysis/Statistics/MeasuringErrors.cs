namespace GaitSense.Analysis.Statistics;

/// <summary>
/// What the signal core adds to each stride's value: the root mean square, over simulated walkers from healthy to foot drop, of the SD of
/// measured less true within a foot's walk. Most feet have far less, because a clear impact is timed to a millisecond; feet that land flat and softly have more.
/// <para>
/// And what it adds to all strides of a foot alike, which no number of strides averages out: when a contact is seen depends on how the foot lands and
/// leaves the ground (flat, on the heel, on the toes; hard or soft), and those are habits of a foot; how much length is seen depends on how it rolls over
/// the ground and how the sensor sits on it. Each size is the 95 % point of that error, over 1.96.
/// </para>
/// All of it comes from 3000 walkers drawn at random around five simulated people (<c>GaitSense.Benchmarks --coverage --fit --seeds 3000</c>); those whom the intervals are
/// judged on (<c>--coverage</c>) are drawn in the same way, none of them twice.
/// </summary>
internal static class MeasuringErrors
{
    // How far a walker's own error variance lies from the common one: the spread between the simulated walkers.
    private const double Unsure = 1;

    public static MeasuringError StrideTimeS { get; } = new(0.0074, Unsure);

    public static MeasuringError StanceTimeS { get; } = new(0.0059, Unsure, 0.0052, 0.0055);

    public static MeasuringError SwingTimeS { get; } = new(0.0043, Unsure, 0.0052, 0.0054);

    /// <summary>A landing seen late adds to this foot's step time and takes from the other's, so that what one foot gains the other loses.</summary>
    public static MeasuringError StepTimeS { get; } = new(0.0072, Unsure, 0.0061);

    /// <summary>Double supports vary so little themselves that it matters most here how much landings' errors differ between feet.</summary>
    public static MeasuringError DoubleSupportS { get; } = new(0.0043, 2 * Unsure, 0.0038, 0.0053);

    public static MeasuringError StrideLengthM { get; } = new(0.0041, Unsure, 0.0115, 0.0056);

    public static MeasuringError ClearanceM { get; } = new(0.0013, Unsure, 0.0032, 0.0026);

    public static MeasuringError AngleAtInitialContactDeg { get; } = new(0.4, Unsure, 1.0, 0.5);

    public static MeasuringError AngleAtTerminalContactDeg { get; } = new(0.2, Unsure, 0.8, 1.6);

    /// <summary>This and the next four are from both feet of 14 simulated people (tests/GaitSense.Core.Tests/Walks/SwingShapeTests), fewer than the others.</summary>
    public static MeasuringError LateralExcursionM { get; } = new(0.0016, Unsure, 0.0035, 0.002);

    public static MeasuringError SwingWidthM { get; } = new(0.0018, Unsure, 0.0035, 0.002);

    public static MeasuringError SwingPathLengthM { get; } = new(0.006, Unsure, 0.008, 0.014);

    public static MeasuringError PeakSwingSpeedMps { get; } = new(0.02, Unsure, 0.02, 0.04);

    public static MeasuringError PushOffPercent { get; } = new(0.4, Unsure, 0.3, 0.6);

    /// <summary>The same for a time that begins or ends with terminal contacts that may as well be said to lie so much earlier, s: that much is its error's 95 % point.</summary>
    public static MeasuringError Ambiguous(MeasuringError error, double ambiguityS)
    {
        double part = ambiguityS / Interval.Normal95;
        return ambiguityS > 0 ? error with { FootSystematic = Math.Sqrt((error.FootSystematic * error.FootSystematic) + (part * part)) } : error;
    }

    /// <summary>A stride's two double supports are what the swings of both feet leave of it.</summary>
    public static MeasuringError BothSupports(MeasuringError swing, MeasuringError otherSwing) =>
        new(0, 0, Math.Sqrt((swing.FootSystematic * swing.FootSystematic) + (otherSwing.FootSystematic * otherSwing.FootSystematic)), 2 * swing.SharedSystematic);

    /// <summary>Speed is length over time, so its error follows from both.</summary>
    public static MeasuringError SpeedMps(double? lengthM, double? strideTimeS)
    {
        if (lengthM is not { } l || strideTimeS is not { } t || t <= 0) return MeasuringError.None;
        double fromLength = StrideLengthM.Sd / t, fromTime = l * StrideTimeS.Sd / (t * t);
        return new(Math.Sqrt((fromLength * fromLength) + (fromTime * fromTime)), Unsure, StrideLengthM.FootSystematic / t, StrideLengthM.SharedSystematic / t);
    }
}
