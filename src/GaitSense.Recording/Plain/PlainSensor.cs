using GaitSense.Core;

namespace GaitSense.Recording.Plain;

/// <summary>One sensor of a plain recording.</summary>
/// <param name="Foot">The foot it is worn on.</param>
/// <param name="File">Its CSV file, relative to the recording's folder.</param>
/// <param name="RateHz">Nominal sample rate, Hz, above 0; null when not stated. Times always come from the file, never from this.</param>
/// <param name="Mounting">How it sits on the foot; null when unknown.</param>
public sealed record PlainSensor(Foot Foot, string File, double? RateHz, MountingAxes? Mounting)
{
    /// <summary>How high it rides above the ground, m, 0 to 0.25; null when unknown.</summary>
    public double? HeightM { get; init; }

    /// <summary>Delay of its gyroscope against its accelerometer, s, -0.05 to 0.05; null when unknown.</summary>
    public double? GyroDelayS { get; init; }
}
