using GaitSense.Core;

namespace GaitSense.Analysis.Accuracy;

/// <summary>What one foot's strides and path say on their own, where there is no reference.</summary>
public sealed record UnreferencedFoot
{
    /// <summary>The foot.</summary>
    public required Foot Foot { get; init; }

    /// <summary>Valid strides.</summary>
    public required int ValidStrides { get; init; }

    /// <summary>Mean length of valid strides, m; null without one.</summary>
    public required double? MeanLengthM { get; init; }

    /// <summary>Length of the path from its origin through every mid-stance instant, m, in space; null without a point.</summary>
    public required double? PathLengthM { get; init; }

    /// <summary>Distance in space between the path's last mid-stance point and its origin, m: the error, where the walk ended where it began; null without a point.</summary>
    public required double? EndToOriginM { get; init; }

    /// <summary>The figures of one foot; null where it has neither a stride nor a point.</summary>
    internal static UnreferencedFoot? Of(Foot foot, IReadOnlyList<Stride> strides, IReadOnlyList<PathPoint> path)
    {
        Stride[] own = [.. strides.Where(s => s.Foot == foot)];
        Vector3D[] points = [.. path.Where(p => p.Foot == foot).OrderBy(p => p.Time).Select(p => p.PositionM)];
        if (own.Length == 0 && points.Length == 0) return null;
        double[] lengths = [.. own.Where(s => s is { IsValid: true, LengthM: not null }).Select(s => s.LengthM!.Value)];
        double way = 0;
        Vector3D before = default;
        foreach (Vector3D point in points)
        {
            way += (point - before).Length;
            before = point;
        }

        return new UnreferencedFoot
        {
            Foot = foot,
            ValidStrides = lengths.Length,
            MeanLengthM = lengths.Length > 0 ? lengths.Average() : null,
            PathLengthM = points.Length > 0 ? way : null,
            EndToOriginM = points.Length > 0 ? before.Length : null,
        };
    }
}
