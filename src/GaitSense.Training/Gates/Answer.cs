namespace GaitSense.Training.Gates;

/// <summary>What a person answered. Silence is an answer of its own, and never a "no".</summary>
public enum Answer
{
    /// <summary>Nothing was said, or the question was skipped.</summary>
    NotSaid,

    /// <summary>Yes.</summary>
    Yes,

    /// <summary>No.</summary>
    No,
}
