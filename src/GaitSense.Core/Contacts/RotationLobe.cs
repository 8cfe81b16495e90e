namespace GaitSense.Core;

/// <summary>A stretch of sagittal rotation in one sense: push-off, swing, or landing, each is one.</summary>
internal struct RotationLobe
{
    /// <summary>+1 or -1; 0 before the first.</summary>
    public int Sign;

    /// <summary>Greatest rate, rad/s, positive.</summary>
    public double PeakRadPerS;

    /// <summary>Rotation so far, rad, positive.</summary>
    public double RotationRad;

    /// <summary>When it began.</summary>
    public DeviceTime Start;

    /// <summary>Last time the rate fell through half its peak.</summary>
    public DeviceTime HalfFall;

    /// <summary>Foot angle then, rad.</summary>
    public double HalfFallAngleRad;

    /// <summary>Whether the rate is below half its peak now.</summary>
    public bool HasFallen;
}
