using GaitSense.Core;
using GaitSense.Walk;

namespace GaitSense.Sessions;

/// <summary>A source whose samples come as they are taken, or as if they were: its walk has a place in time, and what is planned in it can be heard on time.</summary>
public interface IRealTimeSource : IWalkSource
{
    /// <summary>When an instant of the walk is on this computer's clock; null while that is not known. On the walk's thread, from its first sample on.</summary>
    HostTime? HostAt(DeviceTime time);
}
