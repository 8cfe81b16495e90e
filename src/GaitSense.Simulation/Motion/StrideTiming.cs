namespace GaitSense.Simulation.Motion;

/// <summary>The instants of one foot's movement between two rests on the ground, s: release begins, it leaves, it lands, it is flat.</summary>
internal readonly record struct StrideTiming(double ReleaseS, double TerminalContactS, double InitialContactS, double FlatS);
