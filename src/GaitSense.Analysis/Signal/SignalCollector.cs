using GaitSense.Analysis.Walks;
using GaitSense.Core;

namespace GaitSense.Analysis.Signal;

/// <summary>
/// Keeps a walk's readings and what was decided from them, for a page on which both are looked at together (<see cref="SignalPage"/>). An hour of two feet at 200 Hz
/// takes about 15 MB. One thread.
/// </summary>
public sealed class SignalCollector : IWalkObserver, IDisposable
{
    private readonly SignalTrack[] _tracks = [new(), new()];
    private readonly List<Stride> _strides = [];
    private readonly List<GaitEvent> _events = [];
    private readonly List<Gap> _gaps = [];

    /// <summary>What was decided of strides, valid and rejected.</summary>
    internal IReadOnlyList<Stride> Strides => _strides;

    /// <summary>Events with their directions.</summary>
    internal IReadOnlyList<GaitEvent> Events => _events;

    /// <summary>Where samples did not arrive; the first of very many.</summary>
    internal IReadOnlyList<Gap> Gaps => _gaps;

    /// <summary>Takes one reading, before the core sees it.</summary>
    public void Push(in FootedSample sample) => _tracks[(int)sample.Foot].Push(in sample.Sample);

    /// <inheritdoc/>
    public void OnStride(in Stride stride) => _strides.Add(stride);

    /// <inheritdoc/>
    public void OnEventSettled(in GaitEvent e) => _events.Add(e);

    /// <inheritdoc/>
    public void OnGap(in Gap gap)
    {
        if (!gap.Bridged && _gaps.Count < WalkCollector.MaxGaps) _gaps.Add(gap);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (SignalTrack track in _tracks) track.Dispose();
    }

    /// <summary>The readings of one foot.</summary>
    internal SignalTrack Track(Foot foot) => _tracks[(int)foot];
}
