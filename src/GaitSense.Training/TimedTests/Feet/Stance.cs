namespace GaitSense.Training.TimedTests.Feet;

/// <summary>Where a foot stood.</summary>
/// <param name="TimeS">The mid-stance instant, s.</param>
/// <param name="XM">Position in the foot's own walk frame, m.</param>
/// <param name="YM">Position in the foot's own walk frame, left of X, m.</param>
/// <param name="HeadingRad">Heading of the toe, rad, left positive.</param>
public readonly record struct Stance(double TimeS, double XM, double YM, double HeadingRad);
