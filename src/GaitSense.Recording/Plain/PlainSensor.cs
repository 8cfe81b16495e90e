using GaitSense.Core;

namespace GaitSense.Recording;

/// <summary>One sensor of a plain recording.</summary>
/// <param name="Foot">The foot it is worn on.</param>
/// <param name="File">Its CSV file, relative to the recording's folder.</param>
/// <param name="RateHz">Nominal sample rate, Hz, above 0; null when not stated. Times always come from the file, never from this.</param>
/// <param name="Mounting">How it sits on the foot; null when unknown.</param>
public sealed record PlainSensor(Foot Foot, string File, double? RateHz, MountingAxes? Mounting);
