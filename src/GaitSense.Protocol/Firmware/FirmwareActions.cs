namespace GaitSense.Protocol;

/// <summary>What a sensor's surroundings are to do after a call; in this order, before the answer is notified.</summary>
[Flags]
public enum FirmwareActions
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The configuration changed: sample with the period and ranges of the info.</summary>
    Apply = 1,

    /// <summary>Notify the stream info, before the answer and before any packet.</summary>
    NotifyInfo = 2,

    /// <summary>Let samples come.</summary>
    Start = 4,

    /// <summary>No more samples are needed.</summary>
    Stop = 8,

    /// <summary>Run the motor as <see cref="SensorFirmware.Motor"/> says.</summary>
    Vibrate = 16,

    /// <summary>Keep the foot.</summary>
    StoreFoot = 32,

    /// <summary>Notify the status.</summary>
    NotifyStatus = 64,
}
