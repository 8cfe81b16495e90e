using GaitSense.Core;
using GaitSense.Devices;

namespace GaitSense.Sessions;

/// <summary>A pulse that waits to be sent.</summary>
/// <param name="Number">Its cue's number.</param>
/// <param name="Pulse">The pulse.</param>
/// <param name="FeltAt">When it is to be felt.</param>
internal readonly record struct PlannedPulse(int Number, VibrationPulse Pulse, HostTime FeltAt);
