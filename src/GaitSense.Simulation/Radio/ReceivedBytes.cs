namespace GaitSense.Simulation.Radio;

/// <summary>A notification as a host receives it.</summary>
/// <param name="ArrivalS">When, true time, s.</param>
/// <param name="Characteristic">What notified.</param>
/// <param name="Value">Its bytes.</param>
public sealed record ReceivedBytes(double ArrivalS, Guid Characteristic, byte[] Value);
