namespace GaitSense.Analysis.Plots;

/// <summary>Marks as path data, short because a page may hold thousands.</summary>
internal static class MarkPath
{
    public static string At(MarkShape shape, double x, double y) => shape switch
    {
        MarkShape.Circle or MarkShape.HollowCircle => $"M{Markup.At(x - 3.6)} {Markup.At(y)}a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0-7.2 0z",
        MarkShape.Diamond or MarkShape.HollowDiamond => $"M{Markup.At(x)} {Markup.At(y - 4.8)}l4.8 4.8-4.8 4.8-4.8-4.8z",
        _ => $"M{Markup.At(x - 4)} {Markup.At(y - 4)}l8 8m0-8l-8 8",
    };
}
