namespace GaitSense.Core;

/// <summary>
/// How a sensor on a foot can move while the foot touches the ground: it turns about the contact, v = rate x lever. The contact lies on the ground,
/// so a foot that rolls (turns about a level axis) moves its sensor over the ground by no more than the rate times its height, and up or down by the rate
/// times its distance along the sole; only a foot that pivots (turns about the vertical) swings its sensor around. What is faster is in the air.
/// </summary>
internal static class GroundRolling
{
    /// <summary>Velocity of a sensor that rides at <paramref name="heightM"/> above the ground over which the foot rolls, walk frame, m/s.</summary>
    public static Vector3D Velocity(in Vector3D rateRadPerS, double heightM) => Vector3D.Cross(rateRadPerS, new Vector3D(0, 0, heightM));

    /// <summary>Whether no contact with the ground explains a velocity; (18) of FILTER.md.</summary>
    /// <param name="velocityMps">Velocity of the sensor, walk frame, m/s.</param>
    /// <param name="rateRadPerS">Angular rate, walk frame, rad/s.</param>
    /// <param name="recentRateRadPerS">Size of the angular rate over the last moments, rad/s: a rate that passes through zero has moved the foot all the same.</param>
    /// <param name="heightM">Height of the sensor above the ground where the foot is flat, m.</param>
    /// <param name="farthestM">Farthest that it can be from where the foot touches the ground, m.</param>
    /// <param name="levelMarginMps">What the level part of the velocity may be off by, m/s.</param>
    /// <param name="verticalMarginMps">What the vertical part may be off by, m/s.</param>
    public static bool IsFlight(
        in Vector3D velocityMps, in Vector3D rateRadPerS, double recentRateRadPerS, double heightM, double farthestM, double levelMarginMps, double verticalMarginMps)
    {
        double scale = Math.Max(1, recentRateRadPerS / Math.Max(rateRadPerS.Length, 1e-6));
        double rolling = scale * Math.Sqrt((rateRadPerS.X * rateRadPerS.X) + (rateRadPerS.Y * rateRadPerS.Y)), pivoting = scale * Math.Abs(rateRadPerS.Z);
        Vector3D rest = velocityMps - Velocity(in rateRadPerS, heightM);
        double level = Math.Sqrt((rest.X * rest.X) + (rest.Y * rest.Y));
        return level - levelMarginMps > (pivoting * farthestM) + (rolling * Math.Max(heightM, farthestM - heightM))
            || Math.Abs(rest.Z) - verticalMarginMps > rolling * farthestM;
    }
}
