using GaitSense.Training.Records;

namespace GaitSense.Clinic.Timed;

/// <summary>What a simulated trial's result should be, and by which definition: a truth of the stride sum is none of the lap distance.</summary>
/// <param name="No">The trial.</param>
/// <param name="Truth">In <paramref name="Unit"/>.</param>
/// <param name="Definition">What it is the truth of: "feet-leave-to-cross", "stride-sum"; of a dual task's walk "speed".</param>
/// <param name="Unit">The unit: "s", "m", "m/s".</param>
/// <param name="Parts">The truth of parts of the attempt, by their names; null: none is known.</param>
public readonly record struct TrialTruth(int No, double Truth, string Definition, string Unit, IReadOnlyList<TrialPart>? Parts = null);
