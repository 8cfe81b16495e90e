namespace GaitSense.Training.Verdicts;

/// <summary>The four verdicts.</summary>
public enum VerdictKind
{
    /// <summary>Too few visits to say anything.</summary>
    NotEnoughData,

    /// <summary>Not larger than measuring noise; a change is not ruled out.</summary>
    NoClearChange,

    /// <summary>Three visits in a row, of measures that come with every session six (fewer where the plan has fewer), were farther from the baseline, on the same side, than noise explains.</summary>
    Changed,

    /// <summary>That, and farther than a published limit of what people called important.</summary>
    ChangedAndMeaningful,
}
