using GaitSense.Core;

namespace GaitSense.Devices;

/// <summary>Makes the next frames of a stream. Called on the output's own thread; it neither waits nor allocates.</summary>
/// <param name="stereo">To be written over: left, right, left, ...; -1 to 1.</param>
/// <param name="firstFrame">Running number of the first frame, from 0. There is a hole where the device was gone: what was planned before it is void.</param>
/// <param name="askedAt">When they were asked for.</param>
public delegate void SoundRender(Span<float> stereo, long firstFrame, HostTime askedAt);
