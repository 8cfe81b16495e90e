namespace GaitSense.Recording.Plain;

/// <summary>Whether the sensors of a recording share one clock.</summary>
public enum RecordingClock
{
    /// <summary>Times of both feet compare.</summary>
    Shared,

    /// <summary>Each sensor has its own clock: no step times, no double support, no step symmetry.</summary>
    Separate,
}
