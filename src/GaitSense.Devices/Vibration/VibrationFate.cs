namespace GaitSense.Devices;

/// <summary>What became of a pulse.</summary>
public enum VibrationFate
{
    /// <summary>It was handed to the sensor's link, in time to be felt when it was planned.</summary>
    HandedOver,

    /// <summary>It would have been felt late, or its time was unknown; it was not sent.</summary>
    Missed,

    /// <summary>It was silenced before it was sent.</summary>
    Cancelled,

    /// <summary>The link did not take it.</summary>
    Failed,

    /// <summary>Too many waited.</summary>
    Crowded,
}
