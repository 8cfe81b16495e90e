namespace GaitSense.Protocol;

/// <summary>Why a sensor started last, SPEC.md section 6.</summary>
public enum ResetReason : byte
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>Power came.</summary>
    PowerOn = 1,

    /// <summary>A reset button or pin.</summary>
    Pin = 2,

    /// <summary>The firmware hung.</summary>
    Watchdog = 3,

    /// <summary>The voltage dropped.</summary>
    BrownOut = 4,

    /// <summary>The firmware asked for it.</summary>
    Software = 5,
}
