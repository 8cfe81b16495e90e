namespace GaitSense.Analysis.Cues;

/// <summary>The cues of a walk seen afterwards: their numbers, and what is drawn of them. Neutral data, filled in by the cue engine's side.</summary>
public sealed record CueSection
{
    /// <summary>The numbers.</summary>
    public required CueSummary Summary { get; init; }

    /// <summary>Beats that were heard, in their order.</summary>
    public IReadOnlyList<CuedBeat> Beats { get; init; } = [];

    /// <summary>Stretches without cues, in their order.</summary>
    public IReadOnlyList<CueSilence> Silences { get; init; } = [];

    /// <summary>Where the ladder changed its level.</summary>
    public IReadOnlyList<CueLevel> Levels { get; init; } = [];
}
