namespace GaitSense.Recording;

/// <summary>How a row of a foreign table gets its time.</summary>
/// <param name="Column">The column of the time or counter, from 0; below 0: the row's number counts.</param>
/// <param name="TickUs">Microseconds in one unit of it.</param>
/// <param name="Modulus">Where a whole-number counter begins again at 0; 0: it never does.</param>
internal readonly record struct TimeRule(int Column, double TickUs, long Modulus = 0)
{
    /// <summary>Rows at an even rate.</summary>
    public static TimeRule Even(double rateHz) => new(-1, 1e6 / rateHz);
}
