namespace GaitSense.Analysis.Plots;

/// <summary>Shapes of marks: they differ in print without colour.</summary>
internal enum MarkShape
{
    Circle,
    HollowCircle,
    Diamond,
    HollowDiamond,
    Cross,
}
