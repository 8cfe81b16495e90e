namespace GaitSense.Cli.Commands;

/// <summary>A radio between a recording and the core.</summary>
/// <param name="LossShare">Share of packets that are lost, 0 to 0.5.</param>
/// <param name="JitterS">The most by which packets are late, s.</param>
/// <param name="Seed">Chance.</param>
internal readonly record struct SimulatedAir(double LossShare, double JitterS, ulong Seed);
