using System.Buffers;
using System.Runtime.CompilerServices;
using GaitSense.Core;

namespace GaitSense.Streams;

/// <summary>Some consecutive samples of a walk, both feet merged, in pooled memory. Its receiver disposes it, once; then its samples are gone.</summary>
public sealed class SampleBlock : IDisposable
{
    private FootedSample[]? _buffer;

    // Rare: blocks that carry none are no larger for it.
    private StrongBox<UnsureTime>? _unsure;

    /// <summary>Rents a block.</summary>
    /// <param name="capacity">Most samples it has to hold; at least 1.</param>
    public SampleBlock(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _buffer = ArrayPool<FootedSample>.Shared.Rent(capacity);
        Capacity = capacity;
    }

    /// <summary>Most samples it holds.</summary>
    public int Capacity { get; }

    /// <summary>Samples in it.</summary>
    public int Count { get; private set; }

    /// <summary>
    /// Standard uncertainty of the offset between the feet's clocks from this block on, s; null where nothing new is known about it.
    /// <value>The default is null.</value>
    /// </summary>
    public double? ClockUncertaintyS { get; set; }

    /// <summary>From when on the times of a foot's samples are not known well enough for a stride, until when; null where nothing new is known about it. <value>The default is null.</value></summary>
    public UnsureTime? UnsureTime
    {
        get => _unsure?.Value;
        set => _unsure = value is { } unsure ? new StrongBox<UnsureTime>(unsure) : null;
    }

    /// <summary>The request that was made before the samples of this block; null: none. <value>The default is null.</value></summary>
    public string? Request { get; set; }

    /// <summary>The samples.</summary>
    public ReadOnlySpan<FootedSample> Samples => Buffer.AsSpan(0, Count);

    private FootedSample[] Buffer => _buffer ?? throw new ObjectDisposedException(nameof(SampleBlock));

    /// <summary>Adds one sample.</summary>
    /// <exception cref="InvalidOperationException">The block is full.</exception>
    public void Add(in FootedSample sample)
    {
        if (Count == Capacity) throw new InvalidOperationException("The block is full.");
        Buffer[Count++] = sample;
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _buffer, null) is { } buffer) ArrayPool<FootedSample>.Shared.Return(buffer);
    }
}
