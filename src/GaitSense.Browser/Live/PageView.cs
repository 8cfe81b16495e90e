using GaitSense.Core;

namespace GaitSense.Browser.Live;

/// <summary>What a page shows of a walk's results.</summary>
internal sealed class PageView : IWalkObserver
{
    // Without a step for so long nobody walks, s.
    private const double StandsS = 3;

    private LiveMetrics? _metrics;
    private double? _stepS;
    private double _nowS;

    /// <summary>Samples that were followed so far, of both feet.</summary>
    public long Samples { get; private set; }

    /// <summary>Landings so far.</summary>
    public int Steps { get; private set; }

    /// <summary>Strides that were measured so far.</summary>
    public int Strides { get; private set; }

    /// <summary>Direction of the last stride; null: none yet.</summary>
    public WalkingDirection? Direction { get; private set; }

    /// <summary>Cadence, steps/min; null while nobody walks.</summary>
    public double? CadenceStepsPerMin => _stepS is { } step && _nowS - step < StandsS ? _metrics?.CadenceStepsPerMin : null;

    /// <summary>What was walked so far does not count.</summary>
    public void StartAnew() => Steps = Strides = 0;

    /// <inheritdoc/>
    public void OnEvent(in GaitEvent e)
    {
        if (e.Kind != GaitEventKind.InitialContact) return;
        Steps++;
        _stepS = e.Time.Seconds;
    }

    /// <inheritdoc/>
    public void OnStride(in Stride stride)
    {
        Direction = stride.Direction;
        if (stride.IsValid) Strides++;
    }

    /// <inheritdoc/>
    public void OnMetrics(in LiveMetrics metrics) => _metrics = metrics;

    /// <inheritdoc/>
    public void OnPose(in FootPose pose)
    {
        Samples++;
        _nowS = Math.Max(_nowS, pose.Time.Seconds);
    }
}
