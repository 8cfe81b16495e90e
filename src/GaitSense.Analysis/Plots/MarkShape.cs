namespace GaitSense.Analysis.Plots;

/// <summary>Shapes of marks: they differ in print without colour.</summary>
public enum MarkShape
{
    /// <summary>A filled circle.</summary>
    Circle,

    /// <summary>A circle.</summary>
    HollowCircle,

    /// <summary>A filled diamond.</summary>
    Diamond,

    /// <summary>A diamond.</summary>
    HollowDiamond,

    /// <summary>A cross.</summary>
    Cross,
}
