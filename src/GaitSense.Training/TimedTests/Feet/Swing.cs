namespace GaitSense.Training.TimedTests.Feet;

/// <summary>When a foot was in the air.</summary>
/// <param name="LeavesS">When it left the ground, s.</param>
/// <param name="LandsS">When it landed, s; null: not yet, or not seen.</param>
public readonly record struct Swing(double LeavesS, double? LandsS);
