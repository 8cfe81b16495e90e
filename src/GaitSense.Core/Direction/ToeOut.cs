namespace GaitSense.Core;

/// <summary>How far the toe points outward of the way the foot went.</summary>
internal static class ToeOut
{
    // The way of a shorter swing says little about where the foot was heading, m.
    private const double MinLengthM = 0.2;

    // A swing farther off the axis than this went sideways, rad.
    private const double MaxAngleRad = 60 * Math.PI / 180;

    /// <summary>The angle, rad, outward positive; null for short and sideways swings. Walking backward the line is the same.</summary>
    public static double? Of(Foot foot, in FootPath path)
    {
        if (path.DistanceM < MinLengthM) return null;
        // A way to the right of the axis is an axis that points to the left of the way.
        double axisLeftOfWay = -Math.Atan2(path.LeftM * Math.Sign(path.AlongM), Math.Abs(path.AlongM));
        return Math.Abs(axisLeftOfWay) > MaxAngleRad ? null : foot == Foot.Left ? axisLeftOfWay : -axisLeftOfWay;
    }
}
