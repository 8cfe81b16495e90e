namespace GaitSense.Core;

/// <summary>
/// Names the direction of a displacement along the foot's own axis. Displacement alone decides: a dropped foot lands toe first going
/// forward, so the way the foot turns at contact must not.
/// </summary>
internal static class DirectionRule
{
    /// <summary>Below this a step is on the spot, m.</summary>
    public const double InPlaceM = 0.10;

    // cos 60 degrees: the foot may be turned out by 30 and the step veer by as much.
    private const double AlongShare = 0.5;

    /// <summary>The direction of a displacement (walk frame, m) for a foot whose toe points along a unit vector.</summary>
    public static AxisDirection Of(in Vector3D displacementM, in Vector3D axisForward)
    {
        double x = displacementM.X, y = displacementM.Y, distance = Math.Sqrt((x * x) + (y * y));
        if (distance < InPlaceM) return AxisDirection.InPlace;
        double along = ((x * axisForward.X) + (y * axisForward.Y)) / distance;
        double left = ((y * axisForward.X) - (x * axisForward.Y)) / distance;
        if (along >= AlongShare) return AxisDirection.Along;
        if (along <= -AlongShare) return AxisDirection.Against;
        return left > 0 ? AxisDirection.LeftOf : AxisDirection.RightOf;
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
    /// How sure the direction is: the displacement against its own standard deviation, as the share of a normal distribution on the right
    /// side of the decision (logistic approximation, Bowling et al. 2009).
    /// </summary>
    public static double Confidence(double distanceM, double sdM)
    {
        double z = distanceM / Math.Max(sdM, 0.02);
        return 1 / (1 + Math.Exp(-1.702 * Math.Min(z, 10)));
    }
}
