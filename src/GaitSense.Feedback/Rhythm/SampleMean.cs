namespace GaitSense.Feedback.Rhythm;

/// <summary>A mean and how much single values scatter.</summary>
/// <param name="Count">How many; at least 1.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Sd">Their standard deviation; 0 for a single one.</param>
internal readonly record struct SampleMean(int Count, double Mean, double Sd);
