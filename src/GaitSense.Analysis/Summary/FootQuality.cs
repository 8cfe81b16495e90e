namespace GaitSense.Analysis.Summary;

/// <summary>What one foot's samples were like, as it stands in the summary.</summary>
public sealed record FootQuality
{
    /// <summary>The foot.</summary>
    public required string Foot { get; init; }

    /// <summary>Samples processed.</summary>
    public required long Samples { get; init; }

    /// <summary>Sample rate, Hz; null when unknown.</summary>
    public required double? RateHz { get; init; }

    /// <summary>Samples with a component that is no number.</summary>
    public required long NotFinite { get; init; }

    /// <summary>Samples that repeat the time of the one before.</summary>
    public required long Duplicates { get; init; }

    /// <summary>Samples earlier than the one before.</summary>
    public required long OutOfOrder { get; init; }

    /// <summary>Gaps that were bridged.</summary>
    public required int BridgedGaps { get; init; }

    /// <summary>Gaps too long to bridge.</summary>
    public required int Gaps { get; init; }

    /// <summary>Samples with the accelerometer at its limit.</summary>
    public required long ClippedAccel { get; init; }

    /// <summary>Samples with the gyroscope at its limit.</summary>
    public required long ClippedGyro { get; init; }

    /// <summary>Specific force at the best rest, m/s²; null when the foot never rested.</summary>
    public required double? RestAccelMps2 { get; init; }

    /// <summary>Samples that cannot be: an acceleration of zero on all axes, or numbers beyond any sensor's range.</summary>
    public long Impossible { get; init; }

    /// <summary>Where the accelerometer ends, m/s²; null where it never was at its end.</summary>
    public double? AccelEndMps2 { get; init; }

    /// <summary>Where the gyroscope ends, rad/s; null where it never was at its end.</summary>
    public double? GyroEndRadPerS { get; init; }

    /// <summary>Swings in which accelerometer and gyroscope were held against each other.</summary>
    public int SwingsCompared { get; init; }

    /// <summary>Scale of the gyroscope against the accelerometer, 1 where they agree; null where it cannot be estimated.</summary>
    public double? GyroScale { get; init; }

    /// <summary>How late the gyroscope is against the accelerometer, ms, negative where it is early; null where it cannot be estimated.</summary>
    public double? GyroDelayMs { get; init; }

    /// <summary>Standard uncertainty of the delay, ms.</summary>
    public double? GyroDelayUncertaintyMs { get; init; }

    /// <summary>Faults of the sensor that its samples show.</summary>
    public IReadOnlyList<FootFault> Faults { get; init; } = [];
}
