namespace GaitSense.Core;

/// <summary>Where a swing went, in the foot's own frame: how far toward its axis, and how far to the left of it.</summary>
/// <param name="AlongM">Toward the axis, m; against it negative.</param>
/// <param name="LeftM">To the left of the axis, m; to the right negative.</param>
internal readonly record struct FootPath(double AlongM, double LeftM)
{
    /// <summary>Straight-line size, m.</summary>
    public double DistanceM => Math.Sqrt((AlongM * AlongM) + (LeftM * LeftM));

    /// <summary>The same way seen from an axis that points this much more to the right, rad.</summary>
    public FootPath Turned(double angleRad)
    {
        (double sin, double cos) = Math.SinCos(angleRad);
        return new FootPath((AlongM * cos) - (LeftM * sin), (LeftM * cos) + (AlongM * sin));
    }

    /// <summary>The horizontal part of a displacement (walk frame, m) of a foot whose axis points along a horizontal unit vector.</summary>
    public static FootPath Of(in Vector3D displacementM, in Vector3D axisForward) => new(
        (displacementM.X * axisForward.X) + (displacementM.Y * axisForward.Y),
        (displacementM.Y * axisForward.X) - (displacementM.X * axisForward.Y));
}
