namespace GaitSense.Devices;

/// <summary>How the system schedules the thread that renders sound.</summary>
public enum SoundPriority
{
    /// <summary>Like any other thread: the system did not allow more, or it was not asked for.</summary>
    Normal,

    /// <summary>Before others (a lower nice value).</summary>
    Raised,

    /// <summary>Real time (SCHED_RR): before everything that is not.</summary>
    RealTime,
}
