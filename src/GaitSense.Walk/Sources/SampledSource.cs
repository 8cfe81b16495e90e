using GaitSense.Core;
using GaitSense.Streams;

namespace GaitSense.Walk;

/// <summary>A walk whose samples are in memory: a simulated one.</summary>
/// <param name="name">Name of the walk.</param>
/// <param name="description">What it is.</param>
/// <param name="left">The left foot's samples, in the order they were taken.</param>
/// <param name="right">The right foot's.</param>
/// <param name="mounting">How both sensors sit; null: not known.</param>
/// <param name="assumptions">What was taken for granted, one sentence each.</param>
/// <param name="blockSamples">Samples of one block.</param>
public sealed class SampledSource(
    string name, string? description, ReadOnlyMemory<ImuSample> left, ReadOnlyMemory<ImuSample> right, MountingAxes? mounting, IReadOnlyList<string> assumptions, int blockSamples = 512) : IBlockSource
{
    private int _left, _right;
    private double _progress;

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string? Description => description;

    /// <inheritdoc/>
    public IReadOnlyList<Foot> Feet { get; } = [Foot.Left, Foot.Right];

    /// <inheritdoc/>
    public WalkPipelineOptions Walk { get; } = new()
    {
        Left = new FootPipelineOptions { Mounting = mounting },
        Right = new FootPipelineOptions { Mounting = mounting },
        SharedClock = true,
    };

    /// <inheritdoc/>
    public IReadOnlyList<string> Assumptions => assumptions;

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings => [];

    /// <inheritdoc/>
    public double? Progress => Volatile.Read(ref _progress);

    /// <inheritdoc/>
    /// <remarks>By time, the left foot first at equal times: the order in which a recording is read.</remarks>
    public bool TryRead(out SampleBlock block)
    {
        ReadOnlySpan<ImuSample> l = left.Span, r = right.Span;
        int all = l.Length + r.Length;
        block = null!;
        if (_left + _right == all) return false;
        block = new SampleBlock(blockSamples);
        while (block.Count < block.Capacity && _left + _right < all)
        {
            bool isLeft = _right == r.Length || (_left < l.Length && l[_left].Time <= r[_right].Time);
            block.Add(isLeft ? new FootedSample(Foot.Left, l[_left++]) : new FootedSample(Foot.Right, r[_right++]));
        }

        Volatile.Write(ref _progress, (double)(_left + _right) / all);
        return true;
    }
}
