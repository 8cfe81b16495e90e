using GaitSense.Feedback.Plan;

namespace GaitSense.Cli.Cues;

/// <summary>Which cues, and where they are heard.</summary>
/// <param name="Plan">What is cued.</param>
/// <param name="Wav">A file for what is heard; null: none.</param>
/// <param name="Device">The sound device; <c>none</c>: no sound.</param>
/// <param name="Route">Name of the sound output; as it was calibrated.</param>
/// <param name="RouteLatencyS">Output latency beyond the device, s; null: as it was calibrated.</param>
/// <param name="IsConfirmed">Whether the checklist of backward practice was confirmed.</param>
internal sealed record CueChoice(CuePlan Plan, string? Wav, string Device, string Route, double? RouteLatencyS, bool IsConfirmed)
{
    /// <summary>Whether the device, the sound output or its latency was asked for.</summary>
    public bool IsRouteGiven { get; init; }

    /// <summary>Whether this is backward practice without a confirmed checklist. A recording has its own confirmations.</summary>
    public bool IsUnconfirmed => !IsConfirmed && !IsRecorded && Plan.Practice == Practice.Backward;

    /// <summary>Whether a recording has these cues, and they are decided once more.</summary>
    public bool IsRecorded { get; init; }
}
