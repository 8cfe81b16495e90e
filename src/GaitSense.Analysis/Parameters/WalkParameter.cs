using GaitSense.Analysis.Statistics;
using GaitSense.Analysis.Summary;

namespace GaitSense.Analysis.Parameters;

/// <summary>One quantity of a walk's summary as tables of many walks show it: what it is called, its unit, where it stands, and what measuring adds to it.</summary>
public sealed record WalkParameter
{
    /// <summary>Name in tables for programs, with the unit of the summary.</summary>
    public required string Name { get; init; }

    /// <summary>A better name that stands beside it, for the same values; null: none.</summary>
    public string? AlsoNamed { get; init; }

    /// <summary>Its names in tables for programs.</summary>
    public IEnumerable<string> Names => AlsoNamed is null ? [Name] : [Name, AlsoNamed];

    /// <summary>Name for people.</summary>
    public required string Title { get; init; }

    /// <summary>Unit for people.</summary>
    public required string Unit { get; init; }

    /// <summary>Decimals for people.</summary>
    public required int Decimals { get; init; }

    /// <summary>What a value of the summary is multiplied with for people. <value>The default is 1.</value></summary>
    public double Scale { get; init; } = 1;

    /// <summary>The quantity in the statistics of strides.</summary>
    public required Func<StrideStatistics, Statistic> Of { get; init; }

    /// <summary>What measuring adds, in the unit of the summary; null where that is not known.</summary>
    public Func<StrideStatistics, MeasuringError>? Error { get; init; }

    /// <summary>What a larger value means, in words a person uses of walking; angles are signed, so that "more" says little. <value>The default is "more".</value></summary>
    public string Larger { get; init; } = "more";

    /// <summary>What a smaller value means. <value>The default is "less".</value></summary>
    public string Smaller { get; init; } = "less";

    /// <summary>
    /// Standard uncertainty that measuring adds to the mean over both feet, in the unit of the summary: what it does alike to all strides, and to each by itself; null where that is not known.
    /// </summary>
    /// <param name="statistics">Both feet's strides.</param>
    public double? MeasuringSd(StrideStatistics statistics)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        if (Error is null || Of(statistics).N is not (> 0 and var n)) return null;
        MeasuringError error = Error(statistics);
        double systematic = error.OfMean(feet: 2);
        return systematic > 0 || error.Sd > 0 ? Math.Sqrt((systematic * systematic) + (error.Sd * error.Sd / n)) : null;
    }

    /// <summary>All of them, in the order of tables.</summary>
    public static IReadOnlyList<WalkParameter> All { get; } =
    [
        new() { Name = "speed_mps", Larger = "faster", Smaller = "slower", Title = "Speed", Unit = "m/s", Decimals = 2, Of = s => s.SpeedMps, Error = s => MeasuringErrors.SpeedMps(s.StrideLengthM.Mean, s.StrideTimeS.Mean) },
        new() { Name = "cadence_steps_per_min", Larger = "quicker steps", Smaller = "slower steps", Title = "Cadence", Unit = "steps/min", Decimals = 1, Of = s => s.CadenceStepsPerMin, Error = s => CadenceError(s.StrideTimeS.Mean) },
        new() { Name = "stride_length_m", Larger = "longer", Smaller = "shorter", Title = "Stride length", Unit = "m", Decimals = 3, Of = s => s.StrideLengthM, Error = _ => MeasuringErrors.StrideLengthM },
        new() { Name = "stride_time_s", Larger = "longer", Smaller = "shorter", Title = "Stride time", Unit = "s", Decimals = 3, Of = s => s.StrideTimeS, Error = _ => MeasuringErrors.StrideTimeS },
        new() { Name = "stance_time_s", Larger = "longer", Smaller = "shorter", Title = "Stance time", Unit = "s", Decimals = 3, Of = s => s.StanceTimeS, Error = s => MeasuringErrors.Ambiguous(MeasuringErrors.StanceTimeS, s.TerminalContactAmbiguityS) },
        new() { Name = "swing_time_s", Larger = "longer", Smaller = "shorter", Title = "Swing time", Unit = "s", Decimals = 3, Of = s => s.SwingTimeS, Error = Swing },
        new() { Name = "swing_percent", Larger = "a larger share", Smaller = "a smaller share", Title = "Swing", Unit = "% of stride", Decimals = 1, Of = s => s.SwingPercent, Error = s => Share(Swing(s), s) },
        new() { Name = "double_support_percent", Larger = "a larger share", Smaller = "a smaller share", Title = "Double support", Unit = "% of stride", Decimals = 1, Of = s => s.DoubleSupportPercent, Error = s => Share(MeasuringErrors.BothSupports(Swing(s), Swing(s)), s) },
        new() { Name = "single_support_percent", Larger = "a larger share", Smaller = "a smaller share", Title = "Single support", Unit = "% of stride", Decimals = 1, Of = s => s.SingleSupportPercent, Error = s => Share(Swing(s), s) },
        new() { Name = "clearance_m", Larger = "lifted higher", Smaller = "lifted less high", AlsoNamed = "max_sensor_lift_m", Title = "Sensor lift", Unit = "cm", Decimals = 1, Scale = 100, Of = s => s.ClearanceM, Error = _ => MeasuringErrors.ClearanceM },
        new() { Name = "angle_at_ic_deg", Larger = "toe higher at landing", Smaller = "toe lower at landing", Title = "Foot angle at initial contact", Unit = "°", Decimals = 1, Of = s => s.AngleAtInitialContactDeg, Error = _ => MeasuringErrors.AngleAtInitialContactDeg },
        new() { Name = "angle_at_tc_deg", Larger = "foot less tilted at push-off", Smaller = "foot more tilted at push-off", Title = "Foot angle at terminal contact", Unit = "°", Decimals = 1, Of = s => s.AngleAtTerminalContactDeg, Error = _ => MeasuringErrors.AngleAtTerminalContactDeg },
        new() { Name = "stance_percent", Larger = "a larger share", Smaller = "a smaller share", Title = "Stance", Unit = "% of stride", Decimals = 1, Of = s => Later(s.StancePercent), Error = s => Share(MeasuringErrors.Ambiguous(MeasuringErrors.StanceTimeS, s.TerminalContactAmbiguityS), s) },
        new() { Name = "push_off_percent", Larger = "a larger share", Smaller = "a smaller share", Title = "Push-off", Unit = "% of stance", Decimals = 1, Of = s => Later(s.PushOffPercent), Error = _ => MeasuringErrors.PushOffPercent },
        new() { Name = "lateral_excursion_m", Larger = "swings out more", Smaller = "swings out less", Title = "Lateral excursion", Unit = "cm", Decimals = 1, Scale = 100, Of = s => Later(s.LateralExcursionM), Error = _ => MeasuringErrors.LateralExcursionM },
        new() { Name = "peak_swing_speed_mps", Larger = "faster", Smaller = "slower", Title = "Peak swing speed", Unit = "m/s", Decimals = 2, Of = s => Later(s.PeakSwingSpeedMps), Error = _ => MeasuringErrors.PeakSwingSpeedMps },
    ];

    private static MeasuringError Swing(StrideStatistics s) => MeasuringErrors.Ambiguous(MeasuringErrors.SwingTimeS, s.TerminalContactAmbiguityS);

    // Summaries of earlier builds have not got it.
    private static Statistic Later(Statistic? statistic) => statistic ?? new Statistic { Unit = "", N = 0, Withheld = "not in the summary of an earlier build: analyse anew" };

    private static MeasuringError Share(MeasuringError time, StrideStatistics s) => s.StrideTimeS.Mean is > 0 and { } t
        ? new MeasuringError(100 * time.Sd / t, time.RelativeVarianceSd, 100 * time.FootSystematic / t, 100 * time.SharedSystematic / t)
        : MeasuringError.None;

    // Cadence is 120 / stride time.
    private static MeasuringError CadenceError(double? strideTimeS) => strideTimeS is > 0 and { } t
        ? new MeasuringError(120 * MeasuringErrors.StrideTimeS.Sd / (t * t), MeasuringErrors.StrideTimeS.RelativeVarianceSd)
        : MeasuringError.None;
}
