using System.Globalization;

namespace GaitSense.Benchmarks;

/// <summary>The options of the runs over simulated walks.</summary>
internal sealed class Arguments(string[] args)
{
    /// <summary>Only presets with this in their name.</summary>
    public string? Preset => After("--preset");

    /// <summary>Only conditions with this in their name, besides the base.</summary>
    public string? Condition => After("--condition");

    /// <summary>Only recordings with this in their name.</summary>
    public string? Recording => After("--recording");

    /// <summary>Whether only the walkers that systematic errors are fitted on are walked.</summary>
    public bool Fit => args.Contains("--fit", StringComparer.Ordinal);

    /// <summary>Whether every stride named wrong is listed.</summary>
    public bool Failures => args.Contains("--failures", StringComparer.Ordinal);

    /// <summary>Whether the whole table is written to artifacts/ beside the summary.</summary>
    public bool Whole => args.Contains("--whole", StringComparer.Ordinal);

    /// <summary>Whether this is a part, which is printed and leaves the committed file alone.</summary>
    public bool IsPart => Preset is not null || Condition is not null || After("--seeds") is not null || Failures;

    /// <summary>Whether a name holds the part that was asked for.</summary>
    public static bool Matches(string name, string? part) => part is null || name.Contains(part, StringComparison.OrdinalIgnoreCase);

    /// <summary>Recordings of a cohort.</summary>
    public int RecordingsOr(int otherwise) => After("--recordings") is { } n ? Math.Clamp(int.Parse(n, CultureInfo.InvariantCulture), 4, 100_000) : otherwise;

    /// <summary>Walkers at a time.</summary>
    public int WalkersOr(int otherwise) => After("--walkers") is { } n ? Math.Clamp(int.Parse(n, CultureInfo.InvariantCulture), 1, 10_000) : otherwise;

    /// <summary>One row of many walkers: whether its walks are recorded, "on" or "off".</summary>
    public string? DeskRow => After("--row");

    /// <summary>Length of a walk in real time, min.</summary>
    public int MinutesOr(int otherwise) => After("--minutes") is { } n ? Math.Clamp(int.Parse(n, CultureInfo.InvariantCulture), 1, 600) : otherwise;

    /// <summary>Seeds of each walk.</summary>
    public int SeedsOr(int otherwise) => After("--seeds") is { } seeds ? Math.Clamp(int.Parse(seeds, CultureInfo.InvariantCulture), 1, 10_000) : otherwise;

    private string? After(string name)
    {
        int at = Array.IndexOf(args, name);
        return at < 0 ? null : at + 1 < args.Length ? args[at + 1] : throw new FormatException($"{name} needs a value.");
    }
}
