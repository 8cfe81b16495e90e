namespace GaitSense.Training.Gates;

/// <summary>What an answer changes beyond today.</summary>
public enum GateEffect
{
    /// <summary>The person pauses until somebody ends the pause.</summary>
    Pause,

    /// <summary>A relapse was reported today; the person pauses.</summary>
    RelapseReported,

    /// <summary>A fall belongs into the diary.</summary>
    FallReported,

    /// <summary>The pause has ended: a professional has seen the person.</summary>
    PauseEnded,
}
