namespace GaitSense.Feedback;

/// <summary>Which ears hear the cues.</summary>
public enum EarMode
{
    /// <summary>Both; a cue about a foot is on that foot's side.</summary>
    Stereo,

    /// <summary>The left ear alone, the right one stays free for the surroundings. Sides differ by pitch.</summary>
    OneEarLeft,

    /// <summary>The right ear alone. Sides differ by pitch.</summary>
    OneEarRight,
}
