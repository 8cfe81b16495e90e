namespace GaitSense.Core;

/// <summary>
/// Receives what the core decides, in the order it decides it, on the thread that pushes samples. Every member has an empty default, so an
/// observer implements what it needs. Implementations must return quickly; work that waits belongs behind a queue.
/// </summary>
public interface IWalkObserver
{
    /// <summary>An early guess for cues. Called again with <see cref="ProvisionalEvent.Kept"/> set once it is confirmed or withdrawn.</summary>
    void OnProvisional(in ProvisionalEvent e)
    {
    }

    /// <summary>An event's time is fixed. Its direction may still be unknown.</summary>
    void OnEvent(in GaitEvent e)
    {
    }

    /// <summary>
    /// The same event with its direction settled, or given up as unknown. Exactly once per event, in time order for each foot. This is the
    /// record.
    /// </summary>
    void OnEventSettled(in GaitEvent e)
    {
    }

    /// <summary>A stride is complete, valid or rejected.</summary>
    void OnStride(in Stride stride)
    {
    }

    /// <summary>A step is complete. Only where the feet share a clock.</summary>
    void OnStep(in Step step)
    {
    }

    /// <summary>A mid-stance instant on a foot's path.</summary>
    void OnPathPoint(in PathPoint point)
    {
    }

    /// <summary>The pose after each sample.</summary>
    void OnPose(in FootPose pose)
    {
    }

    /// <summary>Samples did not arrive.</summary>
    void OnGap(in Gap gap)
    {
    }

    /// <summary>The mounting was declared, learned, or learned anew after a slip.</summary>
    void OnMounting(in MountingEstimate mounting)
    {
    }

    /// <summary>A fault of a sensor became known: once for each kind and foot, within seconds of a rest or after some swings.</summary>
    void OnSensorFault(in SensorFault fault)
    {
    }

    /// <summary>A stretch of walking ended.</summary>
    void OnBout(in Bout bout)
    {
    }

    /// <summary>A turn ended.</summary>
    void OnTurn(in Turn turn)
    {
    }

    /// <summary>What the alignment of the feet's clocks says of itself from here on: standard uncertainty of their offset, s.</summary>
    void OnClockUncertainty(double seconds)
    {
    }

    /// <summary>The walk is over, and all of it was told.</summary>
    void OnCompleted()
    {
    }

    /// <summary>The rolling metrics changed.</summary>
    void OnMetrics(in LiveMetrics metrics)
    {
    }
}
