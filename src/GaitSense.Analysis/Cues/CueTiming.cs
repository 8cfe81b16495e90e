namespace GaitSense.Analysis.Cues;

/// <summary>How steps and beats went together. Null without beats that a landing belonged to.</summary>
public sealed record CueTiming
{
    /// <summary>Beats that a landing belonged to.</summary>
    public required int BeatsWithStep { get; init; }

    /// <summary>Mean of landing minus beat, s: negative where the foot landed first.</summary>
    public required double? MeanAsynchronyS { get; init; }

    /// <summary>Its standard deviation, s.</summary>
    public required double? SdAsynchronyS { get; init; }

    /// <summary>Mean resultant length of the phases (landing minus beat, in steps), 0 to 1: 1 is always at the same moment of the beat.</summary>
    public required double? PhaseConcentration { get; init; }

    /// <summary>Share of beats whose last five steps were within 2 % of the tempo, percent.</summary>
    public required double? TempoMatchPercent { get; init; }
}
