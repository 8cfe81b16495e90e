using GaitSense.Core;
using GaitSense.Streams;
using GaitSense.Walk;

namespace GaitSense.Sessions;

/// <summary>A source around another one: says what the inner one says, and changes how its samples come.</summary>
/// <param name="inner">Where the samples come from.</param>
public abstract class SourceAround(IWalkSource inner) : ISampleSource, IRealTimeSource
{
    /// <inheritdoc/>
    public string Name => Inner.Name;

    /// <inheritdoc/>
    public string? Description => Inner.Description;

    /// <inheritdoc/>
    public DateTimeOffset? StartedAt => Inner.StartedAt;

    /// <inheritdoc/>
    public IReadOnlyList<Foot> Feet => Inner.Feet;

    /// <inheritdoc/>
    public WalkPipelineOptions Walk => Inner.Walk;

    /// <inheritdoc/>
    public IReadOnlyList<string> Assumptions => Inner.Assumptions;

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings => Inner.Warnings;

    /// <inheritdoc/>
    public double? Progress => Inner.Progress;

    /// <inheritdoc/>
    public virtual HostTime? HostAt(DeviceTime time) => (Inner as IRealTimeSource)?.HostAt(time);

    /// <summary>The thread that the walk runs on, known once it is read; null: whichever.</summary>
    internal virtual WalkThread? Thread => (Inner as SourceAround)?.Thread;

    /// <summary>The source inside.</summary>
    protected IWalkSource Inner { get; } = inner;

    /// <inheritdoc/>
    public abstract IAsyncEnumerable<SampleBlock> ReadAsync(CancellationToken cancellationToken);
}
