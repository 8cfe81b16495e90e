namespace GaitSense.Training.Verdicts;

/// <summary>A series that another is not compared with.</summary>
/// <param name="Series">The series.</param>
/// <param name="Differences">What it differs in, in words.</param>
public sealed record EarlierSeries(Series Series, IReadOnlyList<string> Differences);
