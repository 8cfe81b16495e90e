namespace GaitSense.Simulation.Radio;

/// <summary>A pulse of a simulated motor.</summary>
/// <param name="FromUs">Its start, sensor time, µs.</param>
/// <param name="ToUs">Its end, sensor time, µs.</param>
/// <param name="Strength">Strength, 1 to 255.</param>
public readonly record struct MotorPulse(long FromUs, long ToUs, byte Strength);
