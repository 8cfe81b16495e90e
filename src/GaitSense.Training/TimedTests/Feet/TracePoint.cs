namespace GaitSense.Training.TimedTests.Feet;

/// <summary>Where a foot is at one sample, in its own walk frame.</summary>
/// <param name="TimeS">When, s.</param>
/// <param name="XM">The path without the filter's jumps, m.</param>
/// <param name="YM">The same, left of X, m.</param>
/// <param name="JumpXM">All jumps so far: added to the path they give the position as the filter had it, m.</param>
/// <param name="JumpYM">The same, left of X, m.</param>
/// <param name="PitchRad">Sagittal foot angle, rad, toe up positive.</param>
/// <param name="IsFlat">Whether the foot stands flat and still.</param>
internal readonly record struct TracePoint(double TimeS, double XM, double YM, double JumpXM, double JumpYM, double PitchRad, bool IsFlat);
