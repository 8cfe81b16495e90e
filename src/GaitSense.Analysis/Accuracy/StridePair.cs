using GaitSense.Core;

namespace GaitSense.Analysis.Accuracy;

/// <summary>A reference stride and the valid stride that was found for it.</summary>
/// <param name="Foot">The foot.</param>
/// <param name="ReferenceM">Reference length, m.</param>
/// <param name="LengthM">Detected length, m.</param>
/// <param name="SpeedMps">Detected speed, m/s; null for a first stride.</param>
/// <param name="Direction">Reference direction; unknown where it carries no label.</param>
public readonly record struct StridePair(Foot Foot, double ReferenceM, double LengthM, double? SpeedMps, WalkingDirection Direction)
{
    /// <summary>Detected terminal contact.</summary>
    public DeviceTime TerminalContact { get; init; }

    /// <summary>Detected direction.</summary>
    public WalkingDirection Found { get; init; }

    /// <summary>Detected confidence, 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>The direction that the stride's mid-swing gave before the landing; unknown where there was none, or it was known later only.</summary>
    public WalkingDirection FoundEarly { get; init; }

    /// <summary>Detected minus reference, m.</summary>
    public double ErrorM => LengthM - ReferenceM;
}
