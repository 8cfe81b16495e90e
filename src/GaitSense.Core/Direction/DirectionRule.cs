namespace GaitSense.Core;

/// <summary>
/// Names the direction of a displacement along the foot's own axis. Displacement alone decides: a dropped foot lands toe first going
/// forward, so the way the foot turns at contact must not.
/// </summary>
internal static class DirectionRule
{
    /// <summary>Below this a step is on the spot, m.</summary>
    public const double InPlaceM = 0.10;

    // cos and sin of 60 degrees: the foot may be turned out by 30 and the step veer by as much.
    private const double AlongShare = 0.5;
    private const double AcrossShare = 0.8660254037844386;

    /// <summary>The direction of a swing.</summary>
    public static AxisDirection Of(in FootPath path)
    {
        double distance = path.DistanceM;
        if (distance < InPlaceM) return AxisDirection.InPlace;
        double along = path.AlongM / distance;
        if (along >= AlongShare) return AxisDirection.Along;
        if (along <= -AlongShare) return AxisDirection.Against;
        return path.LeftM > 0 ? AxisDirection.LeftOf : AxisDirection.RightOf;
    }

    /// <summary>How far a swing ended from where it would be called something else, m.</summary>
    public static double MarginM(in FootPath path)
    {
        double distance = path.DistanceM;
        if (distance < InPlaceM) return InPlaceM - distance;
        double toSector = Math.Abs((Math.Abs(path.AlongM) * AcrossShare) - (Math.Abs(path.LeftM) * AlongShare));
        return Math.Min(distance - InPlaceM, toSector);
    }

    /// <summary>
    /// The same for a swing that turned the foot by an angle, rad: as far as the axis at its start and the axis at its end both say so; 0 where they disagree.
    /// </summary>
    public static double MarginM(in FootPath path, double turnRad)
    {
        FootPath atStart = path.Turned(turnRad / 2), atEnd = path.Turned(-turnRad / 2);
        AxisDirection direction = Of(in path);
        return Of(in atStart) == direction && Of(in atEnd) == direction ? Math.Min(MarginM(in path), Math.Min(MarginM(in atStart), MarginM(in atEnd))) : 0;
    }

    /// <summary>The walker's word for it once the axis' sign is known.</summary>
    public static WalkingDirection Name(AxisDirection direction, int forwardSign) => direction switch
    {
        AxisDirection.Along => forwardSign > 0 ? WalkingDirection.Forward : WalkingDirection.Backward,
        AxisDirection.Against => forwardSign > 0 ? WalkingDirection.Backward : WalkingDirection.Forward,
        AxisDirection.LeftOf => forwardSign > 0 ? WalkingDirection.Left : WalkingDirection.Right,
        AxisDirection.RightOf => forwardSign > 0 ? WalkingDirection.Right : WalkingDirection.Left,
        AxisDirection.InPlace => WalkingDirection.InPlace,
        _ => WalkingDirection.Unknown,
    };

    /// <summary>
    /// How sure a direction is: its margin against the place's own standard deviation, as the share of a normal distribution on the right
    /// side of the decision (logistic approximation, Bowling et al. 2009).
    /// </summary>
    public static double Confidence(double marginM, double sdM)
    {
        double z = marginM / Math.Max(sdM, 0.02);
        return 1 / (1 + Math.Exp(-1.702 * Math.Min(z, 10)));
    }
}
