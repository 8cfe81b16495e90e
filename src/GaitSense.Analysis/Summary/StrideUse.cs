namespace GaitSense.Analysis;

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
    Turning,

    /// <summary>Among the first or last two strides of that foot in a bout: starting and stopping.</summary>
    BoutEdge,
}
