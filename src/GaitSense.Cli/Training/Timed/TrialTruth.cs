namespace GaitSense.Cli.Training.Timed;

/// <summary>What a simulated trial's result by the feet should be.</summary>
/// <param name="No">The trial.</param>
/// <param name="Truth">In the test's unit.</param>
internal readonly record struct TrialTruth(int No, double Truth);
