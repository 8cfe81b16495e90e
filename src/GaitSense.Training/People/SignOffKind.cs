namespace GaitSense.Training.People;

/// <summary>What a clinician signs off.</summary>
public enum SignOffKind
{
    /// <summary>Walking backward at home.</summary>
    BackwardAtHome,

    /// <summary>A second task while walking forward at home.</summary>
    DualTaskAtHome,
}
