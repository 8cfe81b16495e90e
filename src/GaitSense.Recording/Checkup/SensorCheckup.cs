using GaitSense.Core;

namespace GaitSense.Recording.Checkup;

/// <summary>What one sensor's file holds, before any analysis.</summary>
public sealed record SensorCheckup
{
    /// <summary>The foot.</summary>
    public required Foot Foot { get; init; }

    /// <summary>Samples read.</summary>
    public required long Samples { get; init; }

    /// <summary>Time of the first sample on the sensor's clock, s; null without samples.</summary>
    public required double? FirstS { get; init; }

    /// <summary>Time of the last sample on the sensor's clock, s; null without samples.</summary>
    public required double? LastS { get; init; }

    /// <summary>Samples per second outside gaps, Hz; null where unknown.</summary>
    public required double? RateHz { get; init; }

    /// <summary>What the recording states, Hz; null where it states none.</summary>
    public required double? StatedRateHz { get; init; }

    /// <summary>Intervals longer than 2.5 sample periods.</summary>
    public required int Gaps { get; init; }

    /// <summary>The longest of them, s; 0 without gaps.</summary>
    public required double LongestGapS { get; init; }

    /// <summary>When it begins, s after the first sample.</summary>
    public required double LongestGapAtS { get; init; }

    /// <summary>All of them together, s.</summary>
    public required double InGapsS { get; init; }

    /// <summary>Times that equal the one before.</summary>
    public required int RepeatedTimes { get; init; }

    /// <summary>Samples without all six numbers.</summary>
    public required int Incomplete { get; init; }

    /// <summary>Share of the time at rest, 0 to 1, in stretches of a quarter of a second; null where samples are too few to tell.</summary>
    public required double? RestShare { get; init; }

    /// <summary>Longest rest, s.</summary>
    public required double LongestRestS { get; init; }

    /// <summary>What the accelerometer reads at rest (median), m/s²; null where it never rests.</summary>
    public required double? RestAccelMps2 { get; init; }

    /// <summary>What the gyroscope reads on average at the longest rest: its bias, rad/s; null where it never rests.</summary>
    public required double? RestGyroRadPerS { get; init; }

    /// <summary>Largest reading of one axis of the accelerometer, m/s².</summary>
    public required double LargestAccelMps2 { get; init; }

    /// <summary>Largest reading of one axis of the gyroscope, rad/s.</summary>
    public required double LargestGyroRadPerS { get; init; }

    /// <summary>Columns that hold one and the same number throughout.</summary>
    public required IReadOnlyList<string> StuckColumns { get; init; }

    /// <summary>What the numbers say against their units; null: nothing.</summary>
    public required string? Units { get; init; }

    /// <summary>Why the file could not be read to its end; null where it could.</summary>
    public required string? Failure { get; init; }

    /// <summary>A digest of the numbers, by which equal files are found.</summary>
    internal ulong Fingerprint { get; init; }
}
