namespace GaitSense.Analysis.Plots;

/// <summary>A point in the units of a plot's axes.</summary>
internal readonly record struct PlotPoint(double X, double Y);
