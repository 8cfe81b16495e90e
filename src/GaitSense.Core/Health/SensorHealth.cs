namespace GaitSense.Core;

/// <summary>Whether one foot's sensor can be trusted, as far as its samples show. Null is: nothing found, or nothing known.</summary>
/// <param name="Frozen">It gave the same reading again and again.</param>
/// <param name="AccelScale">The accelerometer's scale.</param>
/// <param name="Disagreement">Accelerometer and gyroscope contradict each other.</param>
/// <param name="Place">It is not on a foot.</param>
/// <param name="Swings">Swings in which accelerometer and gyroscope were held against each other.</param>
/// <param name="GyroScale">Angular rate as read, divided by what the accelerometer asks for; null where it cannot be told.</param>
/// <param name="GyroDelayS">How late the gyroscope is against the accelerometer, s, negative where it is early; null where it cannot be told.</param>
/// <param name="GyroDelaySdS">Standard uncertainty of the delay, s.</param>
public readonly record struct SensorHealth(
    SensorFault? Frozen, SensorFault? AccelScale, SensorFault? Disagreement, SensorFault? Place, int Swings, double? GyroScale, double? GyroDelayS, double? GyroDelaySdS)
{
    /// <summary>All faults that were found.</summary>
    public IEnumerable<SensorFault> Faults
    {
        get
        {
            if (Frozen is { } frozen) yield return frozen;
            if (AccelScale is { } scale) yield return scale;
            if (Disagreement is { } disagreement) yield return disagreement;
            if (Place is { } place) yield return place;
        }
    }
}
