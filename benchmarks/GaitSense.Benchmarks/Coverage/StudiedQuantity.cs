using GaitSense.Analysis.Statistics;
using GaitSense.Analysis.Summary;

namespace GaitSense.Benchmarks;

/// <summary>A quantity whose intervals are judged: its truth, and where the summary states it.</summary>
internal sealed record StudiedQuantity(string Name, Func<TrueStride, double?> True, Func<StrideStatistics, Statistic> Of, Func<SymmetryStatistics, SymmetryIndex> Symmetry)
{
    public static IReadOnlyList<StudiedQuantity> All { get; } =
    [
        new("stride time", t => t.Stride.EndS - t.Stride.StartS, s => s.StrideTimeS, s => s.StrideTime),
        new("stance time", t => t.Stride.TerminalContactS - t.Stride.StartS, s => s.StanceTimeS, s => s.StanceTime),
        new("swing time", t => t.Stride.EndS - t.Stride.TerminalContactS, s => s.SwingTimeS, s => s.SwingTime),
        new("step time", t => t.StepTimeS, s => s.StepTimeS, s => s.StepTime),
        new("double support", t => t.DoubleSupportS, s => s.DoubleSupportS, s => s.DoubleSupport),
        new("stride length", t => t.Stride.LengthM, s => s.StrideLengthM, s => s.StrideLength),
        new("speed", t => t.Stride.LengthM / (t.Stride.EndS - t.Stride.StartS), s => s.SpeedMps, s => s.Speed),
    ];
}
