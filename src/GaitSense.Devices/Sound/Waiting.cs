namespace GaitSense.Devices;

/// <summary>Lets a thread wait by a clock.</summary>
internal static class Waiting
{
    /// <summary>Waits at least so long. A clock of this computer needs no timer and no memory.</summary>
    public static void For(TimeProvider time, double seconds)
    {
        TimeSpan duration = TimeSpan.FromMilliseconds(Math.Ceiling(seconds * 1000));
        if (HostClock.IsReal(time)) Thread.Sleep(duration);
        else Task.Delay(duration, time).GetAwaiter().GetResult();
    }
}
