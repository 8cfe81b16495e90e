using GaitSense.Core;

namespace GaitSense.Analysis.Accuracy;

/// <summary>A recording that nothing can be compared with: what its two feet and its path say on their own.</summary>
public sealed record UnreferencedRecording
{
    /// <summary>Name of the recording.</summary>
    public required string Name { get; init; }

    /// <summary>The feet that have strides or a path, left first.</summary>
    public required IReadOnlyList<UnreferencedFoot> Feet { get; init; }

    /// <summary>
    /// Left minus right mean stride length, percent of the mean of both: the symmetry index with its sign turned round. On a straight walk both feet
    /// go the same way, so it is an error; null where a foot has no stride.
    /// </summary>
    public double? LengthDifferencePercent =>
        MeanOf(Foot.Left) is { } left && MeanOf(Foot.Right) is { } right ? -RobinsonIndex.Percent(left, right) : null;

    /// <summary>The figures of a recording.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="strides">Strides, valid and rejected.</param>
    /// <param name="path">Mid-stance points of both feet, each from its own origin.</param>
    public static UnreferencedRecording Of(string name, IReadOnlyList<Stride> strides, IReadOnlyList<PathPoint> path)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(strides);
        ArgumentNullException.ThrowIfNull(path);
        return new UnreferencedRecording { Name = name, Feet = [.. BothFeet.InOrder.Select(f => UnreferencedFoot.Of(f, strides, path)).OfType<UnreferencedFoot>()] };
    }

    /// <summary>The figures of one foot; null where it has none.</summary>
    public UnreferencedFoot? this[Foot foot] => Feet.FirstOrDefault(f => f.Foot == foot);

    private double? MeanOf(Foot foot) => this[foot]?.MeanLengthM;
}
