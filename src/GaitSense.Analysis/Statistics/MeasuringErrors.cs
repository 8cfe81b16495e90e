namespace GaitSense.Analysis;

/// <summary>
/// What the signal core adds to each stride's value: the root mean square, over simulated walkers from healthy to foot drop, of the SD of
/// measured less true; made by <c>GaitSense.Benchmarks --coverage</c>, which prints them walker by walker.
/// </summary>
internal static class MeasuringErrors
{
    // How far a walker's own error variance lies from the common one: the spread between the simulated walkers.
    private const double Unsure = 0.6;

    public static MeasuringError StrideTimeS { get; } = new(0.0088, Unsure);

    public static MeasuringError StanceTimeS { get; } = new(0.0065, Unsure);

    public static MeasuringError SwingTimeS { get; } = new(0.0062, Unsure);

    public static MeasuringError StepTimeS { get; } = new(0.0086, Unsure);

    public static MeasuringError DoubleSupportS { get; } = new(0.0062, Unsure);

    public static MeasuringError StrideLengthM { get; } = new(0.0107, Unsure);

    public static MeasuringError ClearanceM { get; } = new(0.0029, Unsure);

    public static MeasuringError AngleAtInitialContactDeg { get; } = new(0.8, Unsure);

    public static MeasuringError AngleAtTerminalContactDeg { get; } = new(0.3, Unsure);

    /// <summary>Speed is length over time, so its error follows from both.</summary>
    public static MeasuringError SpeedMps(double? lengthM, double? strideTimeS)
    {
        if (lengthM is not { } l || strideTimeS is not { } t || t <= 0) return MeasuringError.None;
        double fromLength = StrideLengthM.Sd / t, fromTime = l * StrideTimeS.Sd / (t * t);
        return new(Math.Sqrt((fromLength * fromLength) + (fromTime * fromTime)), Unsure);
    }
}
