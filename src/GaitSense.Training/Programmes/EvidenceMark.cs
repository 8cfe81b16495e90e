namespace GaitSense.Training.Programmes;

/// <summary>What a number of a programme rests on.</summary>
public enum EvidenceMark
{
    /// <summary>It was tried in this project.</summary>
    Tried,

    /// <summary>It was read in a source, which is named.</summary>
    Read,

    /// <summary>It is this project's proposal: a physiotherapist must sign it.</summary>
    Proposed,
}
