using GaitSense.Core;

namespace GaitSense.Walk;

/// <summary>Tells several observers, in their order.</summary>
/// <param name="observers">The observers, in the order in which they are notified.</param>
public class ObserverFanOut(IReadOnlyList<IWalkObserver> observers) : IWalkObserver
{
    private readonly IWalkObserver[] _observers = [.. observers];

    /// <inheritdoc/>
    public void OnProvisional(in ProvisionalEvent e)
    {
        foreach (IWalkObserver o in _observers) o.OnProvisional(in e);
    }

    /// <inheritdoc/>
    public void OnEvent(in GaitEvent e)
    {
        foreach (IWalkObserver o in _observers) o.OnEvent(in e);
    }

    /// <inheritdoc/>
    public void OnEventSettled(in GaitEvent e)
    {
        foreach (IWalkObserver o in _observers) o.OnEventSettled(in e);
    }

    /// <inheritdoc/>
    public void OnStride(in Stride stride)
    {
        foreach (IWalkObserver o in _observers) o.OnStride(in stride);
    }

    /// <inheritdoc/>
    public void OnStep(in Step step)
    {
        foreach (IWalkObserver o in _observers) o.OnStep(in step);
    }

    /// <inheritdoc/>
    public void OnPathPoint(in PathPoint point)
    {
        foreach (IWalkObserver o in _observers) o.OnPathPoint(in point);
    }

    /// <inheritdoc/>
    public void OnPose(in FootPose pose)
    {
        foreach (IWalkObserver o in _observers) o.OnPose(in pose);
    }

    /// <inheritdoc/>
    public void OnGap(in Gap gap)
    {
        foreach (IWalkObserver o in _observers) o.OnGap(in gap);
    }

    /// <inheritdoc/>
    public void OnMounting(in MountingEstimate mounting)
    {
        foreach (IWalkObserver o in _observers) o.OnMounting(in mounting);
    }

    /// <inheritdoc/>
    public void OnSensorFault(in SensorFault fault)
    {
        foreach (IWalkObserver o in _observers) o.OnSensorFault(in fault);
    }

    /// <inheritdoc/>
    public void OnBout(in Bout bout)
    {
        foreach (IWalkObserver o in _observers) o.OnBout(in bout);
    }

    /// <inheritdoc/>
    public void OnTurn(in Turn turn)
    {
        foreach (IWalkObserver o in _observers) o.OnTurn(in turn);
    }

    /// <inheritdoc/>
    public void OnClockUncertainty(double seconds)
    {
        foreach (IWalkObserver o in _observers) o.OnClockUncertainty(seconds);
    }

    /// <inheritdoc/>
    public void OnCompleted()
    {
        foreach (IWalkObserver o in _observers) o.OnCompleted();
    }

    /// <inheritdoc/>
    public void OnMetrics(in LiveMetrics metrics)
    {
        foreach (IWalkObserver o in _observers) o.OnMetrics(in metrics);
    }
}
