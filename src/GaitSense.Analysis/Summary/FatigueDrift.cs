namespace GaitSense.Analysis.Summary;

/// <summary>
/// The last full minute of a walk against its first, counted from the first step on, pauses included. Needs two full minutes. Strides are the steady
/// ones in the walk's main direction.
/// </summary>
public sealed record FatigueDrift
{
    /// <summary>Full minutes of the walk.</summary>
    public required int FullMinutes { get; init; }

    /// <summary>Distance of the first minute, m, mean of the feet: valid strides, those cut by the minute's end in part.</summary>
    public double? FirstMinuteDistanceM { get; init; }

    /// <summary>Distance of the last full minute, m.</summary>
    public double? LastMinuteDistanceM { get; init; }

    /// <summary>
    /// Distance walked index, percent: 100 (last - first) / first; in a walk of six minutes that is DWI(6-1) of Leone et al. (2016), where -15 % and less
    /// counts as motor fatigue.
    /// </summary>
    public double? DistanceWalkedIndexPercent { get; init; }

    /// <summary>Why the distance walked index is null.</summary>
    public string? DistanceWithheld { get; init; }

    /// <summary>Change of speed, m/s.</summary>
    public required MinuteChange SpeedMps { get; init; }

    /// <summary>Change of stride length, m.</summary>
    public required MinuteChange StrideLengthM { get; init; }

    /// <summary>Change of cadence, steps/min.</summary>
    public required MinuteChange CadenceStepsPerMin { get; init; }

    /// <summary>Change of clearance, m.</summary>
    public required MinuteChange ClearanceM { get; init; }

    /// <summary>Change of 100 ln(R / L) of stride length.</summary>
    public required MinuteChange StrideLengthLnRatioPercent { get; init; }

    /// <summary>Change of 100 ln(R / L) of swing time.</summary>
    public required MinuteChange SwingTimeLnRatioPercent { get; init; }

    /// <summary>Change of 100 ln(R / L) of step time: a clock offset cancels in it.</summary>
    public required MinuteChange StepTimeLnRatioPercent { get; init; }
}
