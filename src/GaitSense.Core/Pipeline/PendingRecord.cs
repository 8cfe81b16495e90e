namespace GaitSense.Core;

/// <summary>An event or stride whose direction has no name yet.</summary>
internal struct PendingRecord
{
    public bool IsStride;
    public GaitEvent Event;
    public Stride Stride;
    public AxisDirection Direction;
    public EarlyDirection Early;

    /// <summary>Whether the direction itself is settled, so that only the sign of forward can still be missing.</summary>
    public bool IsDirectionSettled;
}
