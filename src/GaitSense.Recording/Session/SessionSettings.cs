using System.Text.Json;
using GaitSense.Core;

namespace GaitSense.Recording;

/// <summary>All settings that a session's numbers depend on, mounting and calibration among them: with the sensors' inputs and the program's version, they make them.</summary>
public sealed record SessionSettings
{
    /// <summary>What the core was told.</summary>
    public required WalkPipelineOptions Walk { get; init; }

    /// <summary>What was taken for granted of the sensors' clocks.</summary>
    public required ClockAlignmentOptions Clock { get; init; }

    /// <summary>So long a sample waited for the other foot, s.</summary>
    public required double LongestMergeWaitS { get; init; }

    /// <summary>So long the walk's begin waited for the other foot, s.</summary>
    public required double LongestStartWaitS { get; init; }

    /// <summary>The cue plan, as its file has it; null where there were no cues.</summary>
    public JsonElement? Cues { get; init; }
}
