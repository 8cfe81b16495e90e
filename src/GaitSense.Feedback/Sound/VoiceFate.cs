namespace GaitSense.Feedback.Sound;

/// <summary>What the mixer did with a scheduled sound.</summary>
public enum VoiceFate
{
    /// <summary>It began, at its frame.</summary>
    Begun,

    /// <summary>Its frame had passed when the mixer heard of it. It does not sound: a late beat is worse than none. (A good step may be half a second late. Words may be late; of those that are late together, the newest are said.)</summary>
    Missed,

    /// <summary>It was silenced before its frame.</summary>
    Cancelled,

    /// <summary>All places of its voice were taken.</summary>
    Crowded,

    /// <summary>Words were being spoken, and it gave way.</summary>
    GaveWay,

    /// <summary>It was not scheduled: the frame of its time was unknown, or too many waited.</summary>
    NotPlaced,

    /// <summary>The device took no sound at its time.</summary>
    NotTaken,
}
