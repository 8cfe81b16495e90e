using GaitSense.Core;

namespace GaitSense.Analysis.Comparison;

/// <summary>One walk as one system saw it.</summary>
/// <param name="Name">The system's or the analysis's name.</param>
/// <param name="Events">Settled events.</param>
/// <param name="Strides">Strides, valid and rejected.</param>
public sealed record MeasuredWalk(string Name, IReadOnlyList<GaitEvent> Events, IReadOnlyList<Stride> Strides);
