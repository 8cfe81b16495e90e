using GaitSense.Core;

namespace GaitSense.Devices;

/// <summary>A pulse that waits to be sent.</summary>
/// <param name="Number">Its cue's number.</param>
/// <param name="Pulse">The pulse.</param>
/// <param name="FeltAt">When it is to be felt.</param>
public readonly record struct PlannedPulse(int Number, VibrationPulse Pulse, HostTime FeltAt);
