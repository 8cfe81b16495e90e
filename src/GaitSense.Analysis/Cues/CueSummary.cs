namespace GaitSense.Analysis.Cues;

/// <summary>The cues of a walk in numbers: <c>cues</c> in <c>summary.json</c>. What could not be known is null.</summary>
public sealed record CueSummary
{
    /// <summary>What came of the check before the walk: <c>passed</c>, or what was wrong; null where none was asked for.</summary>
    public required string? StartCheck { get; init; }

    /// <summary>The walker's preferred cadence, from the baseline, steps/min; null where it was not long enough, and then there were no cues.</summary>
    public required double? OwnCadenceStepsPerMin { get; init; }

    /// <summary>How much there was to hear.</summary>
    public required CueDose Dose { get; init; }

    /// <summary>How steps and beats went together.</summary>
    public required CueTiming Timing { get; init; }

    /// <summary>Time without cues, by reason, the longest first.</summary>
    public required IReadOnlyList<CueSilenceTotal> Silences { get; init; }

    /// <summary>Whether the plan let the tempo climb.</summary>
    public required bool LadderEnabled { get; init; }

    /// <summary>Highest tempo against the walker's preferred cadence, percent.</summary>
    public required double HighestLevelPercent { get; init; }

    /// <summary>How often the tempo went back to the walker's.</summary>
    public required int BackOffs { get; init; }

    /// <summary>How often a rest was offered.</summary>
    public required int RestsOffered { get; init; }

    /// <summary>How often "stop" was said in backward practice; null forward.</summary>
    public int? StopsSaid { get; init; }

    /// <summary>With cues against the baseline of the same walk; a quantity with too few strides is not among them.</summary>
    public required IReadOnlyList<CueBenefit> Benefit { get; init; }

    /// <summary>What was trained, in the plan's order.</summary>
    public required IReadOnlyList<CueTarget> Targets { get; init; }

    /// <summary>Tasks for the mind, in the plan's order.</summary>
    public required IReadOnlyList<CueTask> Tasks { get; init; }

    /// <summary>Fates of the cues as sound; null where they were not played, or it is not known.</summary>
    public required CueDelivered? Delivery { get; init; }
}
