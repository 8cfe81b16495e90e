namespace GaitSense.Feedback.Sound;

/// <summary>Which ears hear the cues.</summary>
public enum EarMode
{
    /// <summary>Both ears; a cue about a foot is on that foot's side.</summary>
    Both,

    /// <summary>The left ear alone, the right one stays free for the surroundings. Sides differ by pitch.</summary>
    Left,

    /// <summary>The right ear alone. Sides differ by pitch.</summary>
    Right,
}
