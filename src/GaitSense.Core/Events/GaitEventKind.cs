namespace GaitSense.Core;

/// <summary>The instants of a gait cycle. Never "heel strike": backward steps land on the toe, and a dropped foot may too.</summary>
public enum GaitEventKind
{
    /// <summary>IC: the foot touches the ground; swing ends, stance begins.</summary>
    InitialContact,

    /// <summary>FF: the whole sole is on the ground.</summary>
    FootFlat,

    /// <summary>HO: the sole begins to leave the ground (the heel, when walking forward).</summary>
    HeelOff,

    /// <summary>TC: the last part of the foot leaves the ground; stance ends, swing begins.</summary>
    TerminalContact,

    /// <summary>MS: the middle of swing, where the swinging foot is fastest.</summary>
    MidSwing,
}
