using System.Text.Json;
using GaitSense.Core;

namespace GaitSense.Recording.Session;

/// <summary>
/// What a session's numbers depend on beside the sensors' inputs: what a person said of the walk, and the algorithm. Sessions of earlier builds have the algorithm's thresholds here
/// instead of its version; they are not read: a replay computes with the algorithm of the program that replays.
/// </summary>
public sealed record SessionSettings
{
    /// <summary>The core's options.</summary>
    public required WalkPipelineOptions Walk { get; init; }

    /// <summary><see cref="Core.Algorithm.Version"/> of the program that recorded it; null: of an earlier build, which did not count.</summary>
    public int? Algorithm { get; init; }

    /// <summary>The cue plan, as its file has it; null where there were no cues.</summary>
    public JsonElement? Cues { get; init; }
}
