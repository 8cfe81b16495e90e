namespace GaitSense.Core;

/// <summary>A stretch of walking without a pause.</summary>
/// <param name="Start">First terminal contact of either foot.</param>
/// <param name="End">Last initial contact of either foot.</param>
/// <param name="Strides">Strides of both feet within it.</param>
public readonly record struct Bout(DeviceTime Start, DeviceTime End, int Strides);
