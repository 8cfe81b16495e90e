namespace GaitSense.Core;

/// <summary>A fault of one foot's sensor.</summary>
/// <param name="Foot">The foot.</param>
/// <param name="Time">Time of the sample that made it known.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Value">
/// Of <see cref="SensorFaultKind.Frozen"/>: for how long, s, above 0.2. Of a scale: what it reads divided by what it should, above 0. Of
/// <see cref="SensorFaultKind.GyroLate"/>: by how much, s. Of <see cref="SensorFaultKind.NotOnFoot"/>: the rate between two swings as a share of the swing's, 0 to 1. Else 0.
/// </param>
/// <param name="Axes">What of the gyroscope belongs to x, y and z of the accelerometer; <see cref="SignedAxes.Same"/> where it is not about axes.</param>
public readonly record struct SensorFault(Foot Foot, DeviceTime Time, SensorFaultKind Kind, double Value, SignedAxes Axes)
{
    /// <summary>Largest confidence of a stride of a sensor that is under suspicion, 0 to 1.</summary>
    public const double MaxConfidence = 0.3;

    /// <summary>Of <see cref="SensorFaultKind.AccelScale"/>: whether it was right earlier in the walk. Else false.</summary>
    public bool WasRight { get; init; }

    /// <summary>Whether strides can be wrong by so much that they are rejected.</summary>
    public bool SpoilsStrides => Kind switch
    {
        SensorFaultKind.AxesDiffer or SensorFaultKind.GyroSign or SensorFaultKind.NotOnFoot => true,
        // A factor nearer to 1 makes lengths wrong by some percent: the fault is published, and the strides are not rejected.
        SensorFaultKind.GyroScale => Value is < 0.75 or > 1.33,
        // What is nearer is taken out at rest.
        SensorFaultKind.AccelScale => Value is < 0.85 or > 1.15,
        _ => false,
    };

    /// <summary>The fault in a line: "left sensor, seen at 2.120000 s: the gyroscope reads 0.50 times what it should".</summary>
    public override string ToString()
    {
        string what = Kind switch
        {
            SensorFaultKind.Frozen => Print.Line($"frozen for {Value:0.0} s"),
            SensorFaultKind.AccelScale => Print.Line($"the accelerometer reads {Value:0.00} times what it should{(WasRight ? ", and was right before" : "")}"),
            SensorFaultKind.AxesDiffer => $"x, y, z of the accelerometer are {Axes} of the gyroscope",
            SensorFaultKind.GyroSign => $"a sign of the gyroscope is wrong, x, y, z of the accelerometer are its {Axes}",
            SensorFaultKind.GyroScale => Print.Line($"the gyroscope reads {Value:0.00} times what it should"),
            SensorFaultKind.GyroLate => Print.Line($"the gyroscope is late by {Value:0.000} s"),
            _ => Print.Words(Kind),
        };
        return $"{Print.Words(Foot)} sensor, seen at {Time}: {what}";
    }
}
