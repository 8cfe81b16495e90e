namespace GaitSense.Analysis.Summary;

/// <summary>Whether a stride counts as steady walking, and if not, the first reason why.</summary>
public enum StrideUse
{
    /// <summary>Steady straight walking: the strides that means, symmetry and variability are made of.</summary>
    Steady,

    /// <summary>The stride was rejected.</summary>
    Rejected,

    /// <summary>Neither forward nor backward.</summary>
    OtherDirection,

    /// <summary>The core is not sure of it.</summary>
    LowConfidence,

    /// <summary>It belongs to a turn.</summary>
    Turn,

    /// <summary>Among the first two strides of that foot in a bout.</summary>
    Start,

    /// <summary>Among the last two strides of that foot in a bout.</summary>
    End,

    /// <summary>Among the two strides of that foot before or after a pause within a bout.</summary>
    Pause,

    /// <summary>Among the two strides of that foot before or after a change between forward and backward.</summary>
    DirectionChange,
}
