namespace GaitSense.Feedback.Cues;

/// <summary>What a cue is for.</summary>
public enum CueKind
{
    /// <summary>A beat of the rhythm: this foot lands now.</summary>
    Beat,

    /// <summary>That step was as the plan wants it. It comes after the step: knowledge of result, never rhythm.</summary>
    GoodStep,

    /// <summary>The steps have left what the plan wants: words that say what to do.</summary>
    Correction,

    /// <summary>Words about the walk: a countdown, a rest, a task.</summary>
    Words,
}
