namespace GaitSense.Core;

/// <summary>
/// Both feet: samples in, what <see cref="IWalkObserver"/> names out. Any chunking and any interleaving of the two feet gives the same
/// result. Causal; nothing is allocated after construction. One thread owns one walk.
/// </summary>
public sealed class WalkPipeline
{
    /// <summary>Creates the pipeline of one walk.</summary>
    /// <param name="options">What is known about the sensors and their clock.</param>
    /// <param name="observer">Receives what is decided, on the pushing thread.</param>
    public WalkPipeline(WalkPipelineOptions options, IWalkObserver observer)
    {
        ArgumentNullException.ThrowIfNull(options);
        Left = new FootPipeline(Foot.Left, options.Left, observer);
        Right = new FootPipeline(Foot.Right, options.Right, observer);
    }

    /// <summary>The left foot.</summary>
    public FootPipeline Left { get; }

    /// <summary>The right foot.</summary>
    public FootPipeline Right { get; }

    /// <summary>Processes one sample of one foot.</summary>
    public void Push(Foot foot, in ImuSample sample) => (foot == Foot.Left ? Left : Right).Push(in sample);

    /// <summary>Processes a block of samples of one foot, in time order.</summary>
    public void Push(Foot foot, ReadOnlySpan<ImuSample> samples)
    {
        foreach (ref readonly ImuSample sample in samples) Push(foot, in sample);
    }

    /// <summary>Ends the walk: settles what is still open. Further pushes are not allowed.</summary>
    public void Complete()
    {
        Left.Complete();
        Right.Complete();
    }
}
