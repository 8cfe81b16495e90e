namespace GaitSense.Core;

/// <summary>Something one foot did that the other foot's doings are compared with.</summary>
internal struct WalkItem
{
    public DeviceTime KnownAt;
    public bool IsStride;
    public GaitEvent Event;
    public Stride Stride;
}
