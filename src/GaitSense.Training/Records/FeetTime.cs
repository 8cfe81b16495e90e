namespace GaitSense.Training.Records;

/// <summary>A start and an end of a timed test as the feet have them.</summary>
/// <param name="StartS">Second of the session at which the leading foot left.</param>
/// <param name="EndS">Second of the session at which the leading foot crossed the line.</param>
public readonly record struct FeetTime(double StartS, double EndS)
{
    /// <summary>The time between them, s.</summary>
    public double TimeS => EndS - StartS;
}
