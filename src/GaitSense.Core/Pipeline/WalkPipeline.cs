namespace GaitSense.Core;

/// <summary>
/// Both feet: samples in, what <see cref="IWalkObserver"/> names out. Any chunking gives the same result, and so does any interleaving of the
/// two feet in which neither runs ahead of the other by more than 3 s; where one does, steps are lost. Causal; nothing is allocated after construction. One thread owns one walk.
/// </summary>
public sealed class WalkPipeline
{
    private readonly BilateralStage _both;
    private bool _isComplete;

    /// <summary>Creates the pipeline of one walk.</summary>
    /// <param name="options">What is known about the sensors and their clock.</param>
    /// <param name="observer">Receives what is decided, on the pushing thread.</param>
    /// <exception cref="ArgumentException">What is known cannot be (<see cref="WalkPipelineOptions.FindFault"/>).</exception>
    public WalkPipeline(WalkPipelineOptions options, IWalkObserver observer)
        : this(options, observer, Thresholds.Default)
    {
    }

    internal WalkPipeline(WalkPipelineOptions options, IWalkObserver observer, Thresholds thresholds)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.FindFault() is { } fault) throw new ArgumentException(fault, nameof(options));
        ArgumentNullException.ThrowIfNull(observer);
        _both = new BilateralStage(options, observer);
        var tap = new BilateralTap(observer, _both);
        Left = new FootPipeline(Foot.Left, options.Left, tap, thresholds);
        Right = new FootPipeline(Foot.Right, options.Right, tap, thresholds);
        if (!options.SharedClock || !options.HasLeft || !options.HasRight) return;
        Left.Pair(Right);
        Right.Pair(Left);
    }

    /// <summary>The left foot.</summary>
    public FootPipeline Left { get; }

    /// <summary>The right foot.</summary>
    public FootPipeline Right { get; }

    /// <summary>
    /// Standard uncertainty of the offset between the feet's clocks over the steps so far (root mean square), s; before the first step, what it is now.
    /// </summary>
    public double ClockUncertaintyS => _both.MeanClockUncertaintyS;

    /// <summary>
    /// What the alignment of the feet's clocks says of itself from here on, in place of <see cref="WalkPipelineOptions.ClockUncertaintyS"/>. It belongs
    /// to the stream of samples: the same samples with the same calls between them give the same result.
    /// </summary>
    /// <param name="seconds">Standard uncertainty of the offset between the two clocks, s; 0 or more.</param>
    public void SetClockUncertainty(double seconds)
    {
        if (!double.IsFinite(seconds) || seconds < 0) throw new ArgumentOutOfRangeException(nameof(seconds), seconds, "An uncertainty is a number of 0 s or more.");
        _both.SetClockUncertainty(seconds);
    }

    /// <summary>Where times of a foot's samples are not known well enough, its strides are rejected. As <see cref="SetClockUncertainty"/>, it belongs to the stream of samples.</summary>
    /// <param name="unsure">Whose and when.</param>
    public void MarkUnsure(in UnsureTime unsure) => (unsure.Foot == Foot.Left ? Left : Right).MarkUnsure(in unsure);

    /// <summary>
    /// Processes one sample of one foot; each foot's come in time order. A bad sample is never an exception: one whose time is not later than the one before is skipped, one with a
    /// component that is no number (or beyond any sensor's range) counts as missing, and <see cref="FootPipeline.Quality"/> of <see cref="Left"/> and <see cref="Right"/> counts both. A clock
    /// that falls back is therefore silence until it has caught up: a sensor that restarted needs a walk of its own. Units are not checked; an acceleration in g is reported to
    /// <see cref="IWalkObserver.OnSensorFault"/> as a wrong scale.
    /// </summary>
    /// <exception cref="InvalidOperationException">The walk was completed.</exception>
    public void Push(Foot foot, in ImuSample sample)
    {
        if (_isComplete) throw new InvalidOperationException("The walk is complete; Reset() starts a new one.");
        (foot == Foot.Left ? Left : Right).Push(in sample);
        _both.Advance(foot, sample.Time);
    }

    /// <summary>Processes a block of samples of one foot, in time order.</summary>
    public void Push(Foot foot, ReadOnlySpan<ImuSample> samples)
    {
        foreach (ref readonly ImuSample sample in samples) Push(foot, in sample);
    }

    /// <summary>Ends the walk: settles what is still open. Further pushes are not allowed.</summary>
    public void Complete()
    {
        if (_isComplete) return;
        _isComplete = true;
        // Each foot takes in the other's last stride before it decides its own direction.
        Left.EndStride();
        Right.EndStride();
        Left.Complete();
        Right.Complete();
        _both.Complete();
    }

    /// <summary>Forgets everything: as good as new.</summary>
    public void Reset()
    {
        _isComplete = false;
        Left.Reset();
        Right.Reset();
        _both.Reset();
    }

    /// <summary>All that changes per sample, as one value that can be put back later or into another pipeline of the same options.</summary>
    public WalkSnapshot TakeSnapshot() => new(Left.TakeSnapshot(), Right.TakeSnapshot(), _both.Snapshot, _isComplete);

    /// <summary>Continues exactly where <paramref name="snapshot"/> was taken.</summary>
    public void Restore(WalkSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        Left.Restore(snapshot.Left);
        Right.Restore(snapshot.Right);
        _both.Snapshot = snapshot.Both;
        _isComplete = snapshot.IsComplete;
    }
}
