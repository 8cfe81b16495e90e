namespace GaitSense.Core;

/// <summary>Samples that did not arrive: a difference of two timestamps, never a value.</summary>
/// <param name="Foot">The foot.</param>
/// <param name="Start">Time of the last sample before the gap.</param>
/// <param name="End">Time of the first sample after it.</param>
/// <param name="Bridged">Whether it was short enough for the filter to bridge with grown uncertainty.</param>
public readonly record struct Gap(Foot Foot, DeviceTime Start, DeviceTime End, bool Bridged)
{
    /// <summary>The gap in a line: "left foot: no samples from 2.120000 s to 2.160000 s, bridged".</summary>
    public override string ToString() => Print.Line($"{Print.Words(Foot)} foot: no samples from {Start} to {End}, {(Bridged ? "bridged" : "too long to bridge")}");
}
