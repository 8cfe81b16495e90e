namespace GaitSense.Core;

/// <summary>What one foot's samples were like.</summary>
/// <param name="Foot">The foot.</param>
/// <param name="Samples">Samples processed.</param>
/// <param name="NotFinite">Samples with a component that is no number; they count as gaps.</param>
/// <param name="Duplicates">Samples that repeat the time of the one before; they are skipped.</param>
/// <param name="OutOfOrder">Samples earlier than the one before; they are skipped.</param>
/// <param name="BridgedGaps">Gaps that were bridged.</param>
/// <param name="Gaps">Gaps too long to bridge.</param>
/// <param name="ClippedAccel">Samples with the accelerometer at its limit.</param>
/// <param name="ClippedGyro">Samples with the gyroscope at its limit.</param>
/// <param name="RateHz">Median-like estimate of the sample rate, Hz; 0 when unknown.</param>
/// <param name="RestAccelMps2">Specific force at the best rest seen, m/s²; 0 when the foot never rested.</param>
public readonly record struct DataQuality(
    Foot Foot,
    long Samples,
    long NotFinite,
    long Duplicates,
    long OutOfOrder,
    int BridgedGaps,
    int Gaps,
    long ClippedAccel,
    long ClippedGyro,
    double RateHz,
    double RestAccelMps2)
{
    /// <summary>Samples that cannot be (an acceleration of zero on all axes, numbers beyond any sensor's range); they count as gaps.</summary>
    public long Impossible { get; init; }

    /// <summary>Whether the sensor can be trusted, as far as its samples show. <value>The default is: nothing known.</value></summary>
    public SensorHealth Health { get; init; }

    /// <summary>Where the accelerometer ends, m/s²: the greatest magnitude of one axis; null where it never was at its end.</summary>
    public double? AccelEndMps2 { get; init; }

    /// <summary>Where the gyroscope ends, rad/s; null where it never was at its end.</summary>
    public double? GyroEndRadPerS { get; init; }
}
