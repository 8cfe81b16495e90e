using GaitSense.Core;
using GaitSense.Streams;

namespace GaitSense.Walk;

/// <summary>A walk whose samples are made as they are asked for, or are there already: a simulated one.</summary>
/// <param name="name">Name of the walk.</param>
/// <param name="description">What it is.</param>
/// <param name="left">The left foot's samples, in the order they were taken.</param>
/// <param name="right">The right foot's.</param>
/// <param name="mounting">How both sensors sit; null: not known.</param>
/// <param name="assumptions">What was taken for granted, one sentence each.</param>
/// <param name="durationS">About how long it is, s, for those who want to know how far it is; null: not known.</param>
/// <param name="blockSamples">Samples of one block.</param>
public sealed class SampledSource(
    string name, string? description, IEnumerable<ImuSample> left, IEnumerable<ImuSample> right, MountingAxes? mounting, IReadOnlyList<string> assumptions, double? durationS = null, int blockSamples = 512) : IBlockSource
{
    private readonly Side _left = new(left), _right = new(right);
    private double _progress;

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string? Description => description;

    /// <inheritdoc/>
    public IReadOnlyList<Foot> Feet => BothFeet.InOrder;

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
    public double? Progress => durationS is null ? null : Volatile.Read(ref _progress);

    /// <inheritdoc/>
    /// <remarks>By time, the left foot first at equal times: the order in which a recording is read.</remarks>
    public bool TryRead(out SampleBlock block)
    {
        block = null!;
        if (!_left.HasNext && !_right.HasNext) return false;
        block = new SampleBlock(blockSamples);
        DeviceTime last = default;
        while (block.Count < block.Capacity && (_left.HasNext || _right.HasNext))
        {
            bool isLeft = !_right.HasNext || (_left.HasNext && _left.Next.Time <= _right.Next.Time);
            ImuSample sample = (isLeft ? _left : _right).Take();
            last = sample.Time;
            block.Add(new FootedSample(isLeft ? Foot.Left : Foot.Right, sample));
        }

        if (durationS is { } all) Volatile.Write(ref _progress, _left.HasNext || _right.HasNext ? Math.Clamp(last.Seconds / all, 0, 1) : 1);
        return true;
    }

    /// <summary>One foot's samples, and the next of them.</summary>
    private sealed class Side
    {
        private readonly IEnumerator<ImuSample> _samples;

        public Side(IEnumerable<ImuSample> samples)
        {
            _samples = samples.GetEnumerator();
            HasNext = _samples.MoveNext();
        }

        public bool HasNext { get; private set; }

        public ImuSample Next => _samples.Current;

        public ImuSample Take()
        {
            ImuSample taken = _samples.Current;
            HasNext = _samples.MoveNext();
            return taken;
        }
    }
}
