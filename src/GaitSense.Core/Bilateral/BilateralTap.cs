namespace GaitSense.Core;

/// <summary>Passes everything on, and gives the bilateral stage what it compares.</summary>
internal sealed class BilateralTap(IWalkObserver next, BilateralStage both) : IWalkObserver
{
    public void OnProvisional(in ProvisionalEvent e) => next.OnProvisional(in e);

    public void OnEvent(in GaitEvent e)
    {
        next.OnEvent(in e);
        both.Add(in e);
    }

    public void OnEventSettled(in GaitEvent e) => next.OnEventSettled(in e);

    public void OnStride(in Stride stride)
    {
        next.OnStride(in stride);
        both.Add(in stride);
    }

    public void OnPathPoint(in PathPoint point) => next.OnPathPoint(in point);

    public void OnPose(in FootPose pose) => next.OnPose(in pose);

    public void OnGap(in Gap gap) => next.OnGap(in gap);

    public void OnMounting(in MountingEstimate mounting) => next.OnMounting(in mounting);

    public void OnSensorFault(in SensorFault fault) => next.OnSensorFault(in fault);
}
