namespace GaitSense.Core;

/// <summary>
/// The symmetry index of this project: 100 (R - L) / (0.5 (R + L)), percent, positive where the right foot's value is larger (Robinson, Herzog and Nigg, 1987). Intervals and
/// other measures of the same ratio are <c>SymmetryIndex</c> of the room Analysis.
/// </summary>
public static class RobinsonIndex
{
    /// <summary>The index of two means of one quantity, percent, -200 to 200; null where their sum is not positive.</summary>
    /// <param name="left">The left foot's, in any unit.</param>
    /// <param name="right">The right foot's, in the same unit.</param>
    public static double? Percent(double left, double right) => left + right > 0 ? 200 * (right - left) / (right + left) : null;
}
