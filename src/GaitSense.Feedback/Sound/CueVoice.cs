namespace GaitSense.Feedback.Sound;

/// <summary>What can sound. Each has its places in the mixer and its share of the level, so that all of them at once stay under the ceiling.</summary>
public enum CueVoice
{
    /// <summary>A beat: short, struck, lower on the left, higher on the right. Two can overlap.</summary>
    Beat,

    /// <summary>A steady tone, to check what is heard on which side. It has the beats' places.</summary>
    Test,

    /// <summary>Two soft notes, rising: that step was good. One at a time, and none while words are spoken.</summary>
    GoodStep,

    /// <summary>Spoken words. One phrase at a time.</summary>
    Words,
}
