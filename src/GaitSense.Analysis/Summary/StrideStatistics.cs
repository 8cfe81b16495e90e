using GaitSense.Analysis.Statistics;

namespace GaitSense.Analysis.Summary;

/// <summary>Statistics of one foot's strides, or of both feet's strides together.</summary>
public sealed record StrideStatistics
{
    /// <summary>Strides in it.</summary>
    public required int Strides { get; init; }

    /// <summary>
    /// How much earlier terminal contacts may as well be said to lie, s: the mean over the strides of one foot, over both feet the root mean square of the two. 0 where every foot leaves the
    /// ground in one push. It is in the intervals of stance, swing and supports.
    /// </summary>
    public double TerminalContactAmbiguityS { get; init; }

    /// <summary>Stride length, m.</summary>
    public required Statistic StrideLengthM { get; init; }

    /// <summary>Stride time, s.</summary>
    public required Statistic StrideTimeS { get; init; }

    /// <summary>Stance time, s.</summary>
    public required Statistic StanceTimeS { get; init; }

    /// <summary>Swing time, s.</summary>
    public required Statistic SwingTimeS { get; init; }

    /// <summary>Swing time as a share of stride time, percent.</summary>
    public required Statistic SwingPercent { get; init; }

    /// <summary>Length over stride time, m/s.</summary>
    public required Statistic SpeedMps { get; init; }

    /// <summary>Steps per minute of each stride: 120 / stride time.</summary>
    public required Statistic CadenceStepsPerMin { get; init; }

    /// <summary>Greatest sensor height above the line between the mid-stances, m.</summary>
    public required Statistic ClearanceM { get; init; }

    /// <summary>Height at the end minus at the start, m.</summary>
    public required Statistic HeightChangeM { get; init; }

    /// <summary>Foot angle at initial contact, degrees, toe up positive.</summary>
    public required Statistic AngleAtInitialContactDeg { get; init; }

    /// <summary>Foot angle at terminal contact, degrees, toe up positive.</summary>
    public required Statistic AngleAtTerminalContactDeg { get; init; }

    /// <summary>Change of heading, degrees, left positive.</summary>
    public required Statistic TurnDeg { get; init; }

    /// <summary>Step time of the steps that landed with these strides, s; withheld where the feet share no clock.</summary>
    public required Statistic StepTimeS { get; init; }

    /// <summary>Double support of those steps, s; withheld where the feet share no clock.</summary>
    public required Statistic DoubleSupportS { get; init; }

    /// <summary>Both double supports of a stride together, s. The offset between the clocks cancels in it.</summary>
    public required Statistic TotalDoubleSupportS { get; init; }

    /// <summary>The same as a share of the stride, percent.</summary>
    public required Statistic DoubleSupportPercent { get; init; }

    /// <summary>This foot alone on the ground, s. The offset between the clocks cancels in it.</summary>
    public required Statistic SingleSupportS { get; init; }

    /// <summary>The same as a share of the stride, percent.</summary>
    public required Statistic SingleSupportPercent { get; init; }

    /// <summary>Stance time as a share of stride time, percent. This and what follows is null in summaries of earlier builds.</summary>
    public Statistic? StancePercent { get; init; }

    /// <summary>Loading (initial contact to foot flat), percent of stance.</summary>
    public Statistic? LoadingPercent { get; init; }

    /// <summary>Foot flat to heel off, percent of stance.</summary>
    public Statistic? FootFlatPercent { get; init; }

    /// <summary>Push-off (heel off to terminal contact), percent of stance.</summary>
    public Statistic? PushOffPercent { get; init; }

    /// <summary><see cref="ClearanceM"/> by its right name: how high the sensor is lifted, m.</summary>
    public Statistic? MaxSensorLiftM { get; init; }

    /// <summary>Greatest sideways distance of the sensor's path from the line between the mid-stances, m.</summary>
    public Statistic? LateralExcursionM { get; init; }

    /// <summary>Width of the sensor's path across that line, m.</summary>
    public Statistic? SwingWidthM { get; init; }

    /// <summary>Length of the sensor's path in space, m.</summary>
    public Statistic? SwingPathLengthM { get; init; }

    /// <summary>Greatest speed of the sensor in swing, m/s.</summary>
    public Statistic? PeakSwingSpeedMps { get; init; }

    /// <summary>Greatest angular rate of the foot from mid-stance to landing, degrees/s.</summary>
    public Statistic? PeakSwingRateDegps { get; init; }

    /// <summary>Toe-out angle, degrees, outward positive; only where the mounting is declared.</summary>
    public Statistic? ToeOutDeg { get; init; }
}
