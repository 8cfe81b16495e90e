using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Plan;
using GaitSense.Feedback.Safety;

namespace GaitSense.Feedback.Engine;

/// <summary>A walk with cues, afterwards: what was given, how well steps and beats went together, whether it helped.</summary>
public sealed record CueReport
{
    /// <summary>What came of the check before the walk.</summary>
    public StartCheckOutcome StartCheck { get; init; }

    /// <summary>The walker's preferred cadence, from the baseline, steps/min; null where it was not long enough.</summary>
    public double? BaselineCadenceStepsPerMin { get; init; }

    /// <summary>Cues that were given, by kind; those taken back are not among them.</summary>
    public required IReadOnlyDictionary<CueKind, int> Given { get; init; }

    /// <summary>Cues that were taken back before they were heard.</summary>
    public int TakenBack { get; init; }

    /// <summary>Beats whose landing was seen.</summary>
    public int BeatsWithStep { get; init; }

    /// <summary>Mean of landing minus beat, s: negative where the foot came first; null without beats.</summary>
    public double? MeanAsynchronyS { get; init; }

    /// <summary>Standard deviation of landing minus beat, s.</summary>
    public double? SdAsynchronyS { get; init; }

    /// <summary>Length of the mean vector of phases (landing minus beat, in steps), 0 to 1: 1 is always at the same phase.</summary>
    public double? PhaseConcentration { get; init; }

    /// <summary>Share of beats with the step within 2 % of the tempo's, over five steps, percent.</summary>
    public double? TempoMatchPercent { get; init; }

    /// <summary>Highest tempo against the walker's own, percent, and how often it went back.</summary>
    public double HighestLevelPercent { get; init; }

    /// <summary>How often the tempo went back to the walker's.</summary>
    public int BackOffs { get; init; }

    /// <summary>How often cues fell silent, by reason.</summary>
    public required IReadOnlyDictionary<SilenceReason, int> Silences { get; init; }

    /// <summary>Speed with cues against the baseline of the same walk; null where either is too short.</summary>
    public BenefitVerdict? Speed { get; init; }

    /// <summary>Stride length with cues against the baseline of the same walk.</summary>
    public BenefitVerdict? StrideLength { get; init; }

    /// <summary>Targets, in the plan's order: steps that were judged, and good ones.</summary>
    public required IReadOnlyList<(TargetPlan Target, int Steps, int Good)> Targets { get; init; }

    /// <summary>Tasks for the mind that were asked and not broken off: speed and stride length with and without.</summary>
    public required IReadOnlyList<DualTaskCost> Tasks { get; init; }
}
