namespace GaitSense.Core;

/// <summary>A stretch of walking without a pause.</summary>
/// <param name="Start">First terminal contact of either foot.</param>
/// <param name="End">Last initial contact of either foot.</param>
/// <param name="Strides">Strides of both feet within it.</param>
public readonly record struct Bout(DeviceTime Start, DeviceTime End, int Strides)
{
    /// <summary>The bout in a line: "walked from 2.120000 s to 11.040000 s, 14 strides".</summary>
    public override string ToString() => Print.Line($"walked from {Start} to {End}, {Strides} strides");
}
