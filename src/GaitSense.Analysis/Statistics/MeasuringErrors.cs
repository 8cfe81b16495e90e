namespace GaitSense.Analysis;

/// <summary>
/// What the signal core adds to each stride's value: the root mean square, over simulated walkers from healthy to foot drop, of the SD of
/// measured less true within a walk; made by <c>GaitSense.Benchmarks --coverage</c>, which prints them walker by walker.
/// <para>
/// And what it adds to all strides of a foot alike, which no number of strides averages out: when a contact is seen depends on how the foot lands and
/// leaves the ground (flat, on the heel, on the toes; hard or soft), and those are habits of a foot; how much length is seen depends on how it rolls over
/// the ground and how the sensor sits on it. Each size is the 95 % point of that error, over 1.96, on walkers drawn at random from mixtures of six
/// simulated people (<c>GaitSense.Benchmarks --coverage --fit</c>). Those whom the intervals are judged on are drawn anew, but around five of the same six: a first
/// estimate, from 100 walks.
/// </para>
/// </summary>
internal static class MeasuringErrors
{
    // How far a walker's own error variance lies from the common one: the spread between the simulated walkers.
    private const double Unsure = 0.6;

    public static MeasuringError StrideTimeS { get; } = new(0.0088, Unsure);

    public static MeasuringError StanceTimeS { get; } = new(0.0065, Unsure, 0.0043, 0.0039);

    public static MeasuringError SwingTimeS { get; } = new(0.0062, Unsure, 0.0044, 0.0035);

    /// <summary>A landing seen late adds to this foot's step time and takes from the other's, so that what one foot gains the other loses.</summary>
    public static MeasuringError StepTimeS { get; } = new(0.0086, Unsure, 0.0057);

    public static MeasuringError DoubleSupportS { get; } = new(0.0062, Unsure, 0.0040, 0.0032);

    public static MeasuringError StrideLengthM { get; } = new(0.003, Unsure, 0.0135, 0.0035);

    public static MeasuringError ClearanceM { get; } = new(0.0029, Unsure, 0.0028, 0.0026);

    public static MeasuringError AngleAtInitialContactDeg { get; } = new(0.8, Unsure, 0.5, 0.5);

    public static MeasuringError AngleAtTerminalContactDeg { get; } = new(0.3, Unsure, 0.5, 2.0);

    /// <summary>Speed is length over time, so its error follows from both.</summary>
    public static MeasuringError SpeedMps(double? lengthM, double? strideTimeS)
    {
        if (lengthM is not { } l || strideTimeS is not { } t || t <= 0) return MeasuringError.None;
        double fromLength = StrideLengthM.Sd / t, fromTime = l * StrideTimeS.Sd / (t * t);
        return new(Math.Sqrt((fromLength * fromLength) + (fromTime * fromTime)), Unsure, StrideLengthM.FootSystematic / t, StrideLengthM.SharedSystematic / t);
    }
}
