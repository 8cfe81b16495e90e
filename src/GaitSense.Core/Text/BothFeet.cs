namespace GaitSense.Core;

/// <summary>The two feet, for what is done for each of them.</summary>
public static class BothFeet
{
    /// <summary>Left, then right: the order of feet in files and on pages.</summary>
    public static IReadOnlyList<Foot> InOrder { get; } = [Foot.Left, Foot.Right];
}
