namespace GaitSense.Simulation.Radio;

/// <summary>Sends a notification of a simulated sensor.</summary>
/// <param name="characteristic">What notifies.</param>
/// <param name="value">Its bytes; copied.</param>
public delegate void FootNotification(Guid characteristic, ReadOnlySpan<byte> value);
