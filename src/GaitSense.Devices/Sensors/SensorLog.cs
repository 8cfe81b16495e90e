using GaitSense.Core;

namespace GaitSense.Devices;

/// <summary>
/// Is told what happens to one foot's sensor, in an order that gives the same samples when it happens again (<see cref="SensorReplay"/>). Called on several
/// threads, within a lock that the radio may wait for: must return at once and not throw.
/// </summary>
/// <param name="input">What happened.</param>
/// <param name="time">When; a notification's arrival.</param>
/// <param name="number">See <see cref="SensorInput"/>.</param>
/// <param name="value">Its bytes.</param>
internal delegate void SensorLog(SensorInput input, HostTime time, int number, ReadOnlySpan<byte> value);
