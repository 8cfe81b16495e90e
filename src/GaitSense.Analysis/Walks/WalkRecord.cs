using GaitSense.Analysis.Cues;
using GaitSense.Core;

namespace GaitSense.Analysis.Walks;

/// <summary>A whole walk seen afterwards: what the core decided, without the samples. The input of the summary and the report.</summary>
public sealed record WalkRecord
{
    /// <summary>What is known besides.</summary>
    public required WalkContext Context { get; init; }

    /// <summary>Strides of both feet, valid and rejected, in the order they became known.</summary>
    public IReadOnlyList<Stride> Strides { get; init; } = [];

    /// <summary>The same strides, to be looked at in place.</summary>
    internal GrowingList<Stride> StridesInPlace => Strides as GrowingList<Stride> ?? [.. Strides];

    /// <summary>Steps; empty where the feet share no clock.</summary>
    public IReadOnlyList<Step> Steps { get; init; } = [];

    /// <summary>Bouts.</summary>
    public IReadOnlyList<Bout> Bouts { get; init; } = [];

    /// <summary>Turns.</summary>
    public IReadOnlyList<Turn> Turns { get; init; } = [];

    /// <summary>Gaps that were not bridged, at most <see cref="WalkCollector.MaxGaps"/> of them; <see cref="GapCount"/> counts all.</summary>
    public IReadOnlyList<Gap> Gaps { get; init; } = [];

    /// <summary>All gaps that were not bridged.</summary>
    public int GapCount { get; init; }

    /// <summary>Mountings, in the order they were declared or learned.</summary>
    public IReadOnlyList<MountingEstimate> Mountings { get; init; } = [];

    /// <summary>Mid-stance instants on each foot's path.</summary>
    public IReadOnlyList<PathPoint> Path { get; init; } = [];

    /// <summary>Mean curves, for each foot, direction (forward, backward) and kind that has strides.</summary>
    public IReadOnlyList<MeanCurve> Curves { get; init; } = [];

    /// <summary>Settled events of each foot and kind.</summary>
    public IReadOnlyDictionary<(Foot Foot, GaitEventKind Kind), int> EventCounts { get; init; } = new Dictionary<(Foot, GaitEventKind), int>();

    /// <summary>Early guesses that were decided: kept and withdrawn.</summary>
    public (int Kept, int Withdrawn) Provisional { get; init; }

    /// <summary>The cues that were given; null for a walk without.</summary>
    public CueSection? Cues { get; init; }

    /// <summary>First and last time seen of each foot that had samples.</summary>
    public IReadOnlyDictionary<Foot, (DeviceTime First, DeviceTime Last)> Span { get; init; } = new Dictionary<Foot, (DeviceTime, DeviceTime)>();
}
