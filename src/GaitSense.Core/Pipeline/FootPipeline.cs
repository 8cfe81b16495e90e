namespace GaitSense.Core;

/// <summary>One foot: samples in, events, strides and a path out. Causal; nothing is allocated after construction.</summary>
public sealed class FootPipeline
{
    /// <summary>Creates the pipeline of one foot.</summary>
    /// <param name="foot">The foot.</param>
    /// <param name="options">What is known about its sensor.</param>
    /// <param name="observer">Receives what is decided, on the pushing thread.</param>
    public FootPipeline(Foot foot, FootPipelineOptions options, IWalkObserver observer)
    {
        Foot = foot;
        _ = options;
        _ = observer;
    }

    /// <summary>The foot.</summary>
    public Foot Foot { get; }

    /// <summary>What the samples were like so far.</summary>
    public DataQuality Quality { get; private set; }

    /// <summary>Processes one sample.</summary>
    public void Push(in ImuSample sample) => Quality = Quality with { Samples = Quality.Samples + 1 };

    /// <summary>Ends the walk: settles what is still open.</summary>
    public void Complete() => Quality = Quality with { Foot = Foot };
}
