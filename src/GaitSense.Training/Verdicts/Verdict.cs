using GaitSense.Training.Regimes;

namespace GaitSense.Training.Verdicts;

/// <summary>
/// What may be said of a person's series, with all that it was computed from: it is computed anew whenever it is shown, and never kept without its inputs.
/// </summary>
public sealed record Verdict
{
    /// <summary>What stands under every verdict.</summary>
    public const string Purpose = "research and training; not for treatment decisions";

    /// <summary>Which of the four.</summary>
    public required VerdictKind Kind { get; init; }

    /// <summary>Which way; null where there is no clear change.</summary>
    public ChangeWay? Way { get; init; }

    /// <summary>Why there is not enough data; null where there is.</summary>
    public string? Missing { get; init; }

    /// <summary>The series, with every value.</summary>
    public required Series Series { get; init; }

    /// <summary>The baseline; null where there are too few visits for one.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>The last visit's value less the baseline; null where there is none after the baseline.</summary>
    public double? Change { get; init; }

    /// <summary>The limit; null without a baseline.</summary>
    public VerdictLimit? Limit { get; init; }

    /// <summary>Published limits of importance that were asked, with their sources; empty where none is known for this series.</summary>
    public IReadOnlyList<ChangeLimit> Meaningful { get; init; } = [];

    /// <summary>What else is to be said.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What was looked at together.</summary>
    public required VerdictFamily Family { get; init; }

    /// <summary>Visits after the baseline that the limit allows for: those of the plan, or more where there were more.</summary>
    public int Looks { get; init; }

    /// <summary>Visits in a row that must agree.</summary>
    public int InARow { get; init; }

    /// <summary>Version of the limits.</summary>
    public required int LimitsVersion { get; init; }

    /// <summary>Under which rules it may be shown.</summary>
    public required Statement Statement { get; init; }

    /// <summary>The verdict in words.</summary>
    public string Words => Kind switch
    {
        VerdictKind.NotEnoughData => "not enough data",
        VerdictKind.NoClearChange => "no clear change",
        VerdictKind.Changed => "changed: " + WayWord,
        _ => "changed and meaningful: " + WayWord,
    };

    /// <summary>What the words mean here, as a sentence.</summary>
    public string Meaning => Kind switch
    {
        VerdictKind.NotEnoughData => Missing ?? "",
        VerdictKind.NoClearChange => "not larger than measuring noise; a change is not ruled out",
        VerdictKind.Changed => FormattableString.Invariant($"{InARow} visits in a row were farther from the baseline than noise explains"),
        _ => FormattableString.Invariant($"{InARow} visits in a row were farther from the baseline than noise explains, and than people in a study called important"),
    };

    private string WayWord => Way is { } way ? SeriesKey.Words(way) : "";
}
