using GaitSense.Core;

namespace GaitSense.Streams;

/// <summary>How late a packet came.</summary>
/// <param name="Last">When its last sample was taken, as it was counted.</param>
/// <param name="Arrival">When it came.</param>
/// <param name="LateS">By how much later than the fastest packets of before, s.</param>
internal readonly record struct Lateness(DeviceTime Last, HostTime Arrival, double LateS);
