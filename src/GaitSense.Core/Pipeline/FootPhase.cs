namespace GaitSense.Core;

/// <summary>What a foot is doing.</summary>
public enum FootPhase
{
    /// <summary>On the ground, loading or rolling.</summary>
    Stance,

    /// <summary>On the ground and still.</summary>
    FootFlat,

    /// <summary>On the ground, the sole lifting.</summary>
    PushOff,

    /// <summary>In the air.</summary>
    Swing,
}
