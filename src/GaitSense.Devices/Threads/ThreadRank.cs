namespace GaitSense.Devices;

/// <summary>How far before others a thread of a walk runs; a higher one interrupts a lower one. The number is its real-time priority where a system counts them (Linux, sched(7): 1 to 99).</summary>
public enum ThreadRank
{
    /// <summary>What takes in samples and decides: due within milliseconds.</summary>
    Walk = 4,

    /// <summary>What feeds a sound card: late by a sample is a click.</summary>
    Sound = 5,
}
