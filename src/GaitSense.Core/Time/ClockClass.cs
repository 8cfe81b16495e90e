namespace GaitSense.Core;

/// <summary>What a sensor gives to tell its time by; how good the alignment of two feet can become at best.</summary>
public enum ClockClass
{
    /// <summary>The sensors keep one clock between them in hardware: the offset between the feet is theirs to promise.</summary>
    SharedClock,

    /// <summary>Every packet carries the sensor's own time: aligned by the envelope of arrivals, and better by clock exchange.</summary>
    Timestamps,

    /// <summary>No time in the packets: samples are counted and the rate is fitted to the arrivals. Times between the feet are not for conclusions.</summary>
    CountedSamples,
}
