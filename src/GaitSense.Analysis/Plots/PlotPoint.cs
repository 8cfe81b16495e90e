namespace GaitSense.Analysis.Plots;

/// <summary>A point in the units of a plot's axes.</summary>
/// <param name="X">To the right.</param>
/// <param name="Y">Upward.</param>
public readonly record struct PlotPoint(double X, double Y);
