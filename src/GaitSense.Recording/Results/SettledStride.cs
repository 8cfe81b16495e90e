namespace GaitSense.Recording.Results;

/// <summary>What is known of a stride only when its walk is over.</summary>
/// <param name="DoubleSupportPercent">Both double supports of the stride, percent of its time; null where they are not known.</param>
/// <param name="SingleSupportPercent">This foot alone on the ground, percent of the stride's time; null where it is not known.</param>
/// <param name="Bout">Number of its bout, from 1; null: it is in none.</param>
/// <param name="Use">Whether it counts as <c>steady</c>, or the first reason why not.</param>
public readonly record struct SettledStride(double? DoubleSupportPercent, double? SingleSupportPercent, int? Bout, string Use);
