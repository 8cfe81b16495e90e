using System.Text.Json;

namespace GaitSense.Analysis.Summary;

/// <summary>How the numbers were made: with the software and the recording, it makes them again.</summary>
public sealed record RunInfo
{
    /// <summary>Options of the run that change numbers or files, by name: <c>trajectory</c>, <c>calibration_walk_s</c>.</summary>
    public required IReadOnlyDictionary<string, string> Options { get; init; }

    /// <summary>What was said of the walk: mounting, sensor height, calibration walk, gyroscope delay, feet, clock; null where it is not known.</summary>
    public JsonElement? Settings { get; init; }

    /// <summary>The options in one line: <c>trajectory=stance calibration_walk_s=0</c>.</summary>
    internal string OptionsText() => string.Join(' ', Options.Select(o => $"{o.Key}={o.Value}"));
}
