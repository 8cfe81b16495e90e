using GaitSense.Core;

namespace GaitSense.Simulation.Radio;

/// <summary>What a host gets to see of a sensor's clock: an arrival, or the answer to a question.</summary>
/// <param name="Arrived">When it reached the program.</param>
/// <param name="LastSample">When the packet's last sample was taken, on the sensor's clock; what the exchange says where it is one.</param>
/// <param name="Exchange">The question and its answer; null for a packet of samples.</param>
public readonly record struct ClockObservation(HostTime Arrived, DeviceTime LastSample, ClockExchange? Exchange);
