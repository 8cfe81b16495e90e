namespace GaitSense.Protocol;

/// <summary>How samples are packed, SPEC.md section 4.</summary>
public enum StreamProfile : byte
{
    /// <summary>At most 20 ms of samples in a notification.</summary>
    LowLatency = 0,

    /// <summary>Notifications as full as the MTU allows, at most 1 s of samples.</summary>
    Logging = 1,
}
