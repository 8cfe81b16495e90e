namespace GaitSense.Recording.Import.Tables;

/// <summary>How a row of a foreign table gets its time.</summary>
/// <param name="Column">The column of the time or counter, from 0; below 0: the row's number counts.</param>
/// <param name="TickUs">Microseconds in one unit of it, where it is a number.</param>
/// <param name="Modulus">Where a whole-number counter begins again at 0; 0: it never does.</param>
internal readonly record struct TimeRule(int Column, double TickUs, long Modulus = 0)
{
    /// <summary>How it is written.</summary>
    public TimeForm Form { get; init; }

    /// <summary>Whether it counts from 1970, so that it says when the recording began.</summary>
    public bool IsEpoch { get; init; }

    /// <summary>Rows at an even rate.</summary>
    public static TimeRule Even(double rateHz) => new(-1, 1e6 / rateHz);

    /// <summary>Microseconds after which a clock begins again at 0; 0: it never does.</summary>
    public long WrapUs => Form switch { TimeForm.OfDay => 86_400_000_000, TimeForm.OfHour => 3_600_000_000, _ => 0 };
}
