namespace GaitSense.Devices;

/// <summary>A clock of this computer that runs at the speed of life: threads may sleep by it.</summary>
public abstract class HostClock : TimeProvider
{
    /// <summary>Whether a clock is one: the system's, or a room's own.</summary>
    public static bool IsReal(TimeProvider time) => time == System || time is HostClock;
}
