namespace GaitSense.Training.People;

/// <summary>What supports or lifts a foot.</summary>
public enum Orthosis
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>An orthosis.</summary>
    Brace,

    /// <summary>A functional electrical stimulator.</summary>
    Stimulator,
}
