namespace GaitSense.Training.Verdicts;

/// <summary>One measure in one direction: its newest series with the verdict, and earlier ones that it is not compared with.</summary>
public sealed record ProgressSeries
{
    /// <summary>The series to which the newest visit belongs.</summary>
    public required Series Series { get; init; }

    /// <summary>Its verdict; null where there is none.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>Why there is no verdict; null where there is one.</summary>
    public string? NoVerdict { get; init; }

    /// <summary>Other series of the same measure and direction, each with what it differs in.</summary>
    public IReadOnlyList<EarlierSeries> Others { get; init; } = [];
}
