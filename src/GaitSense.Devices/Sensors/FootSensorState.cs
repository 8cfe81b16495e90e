namespace GaitSense.Devices;

/// <summary>What a foot's sensor is doing.</summary>
public enum FootSensorState
{
    /// <summary>Nothing yet, or no more.</summary>
    Idle,

    /// <summary>The connection is being made.</summary>
    Connecting,

    /// <summary>Connected: versions, configuration, first questions for the time.</summary>
    Preparing,

    /// <summary>Samples flow.</summary>
    Streaming,

    /// <summary>Connection lost or failed; another attempt follows.</summary>
    Waiting,

    /// <summary>It failed in a way that another attempt will not change.</summary>
    Failed,
}
