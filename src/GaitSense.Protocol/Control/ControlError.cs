namespace GaitSense.Protocol;

/// <summary>How a sensor answers, SPEC.md section 7. Codes that are not here are refusals too.</summary>
public enum ControlError : byte
{
    /// <summary>Done.</summary>
    None = 0,

    /// <summary>No such opcode.</summary>
    UnknownOpcode = 1,

    /// <summary>A request of the wrong length.</summary>
    Malformed = 2,

    /// <summary>No common major version, or no hello on this connection yet.</summary>
    Version = 3,

    /// <summary>A parameter is outside what the sensor can do.</summary>
    Range = 4,

    /// <summary>Not now: it streams, or notifications are not enabled.</summary>
    State = 5,

    /// <summary>An opcode that this sensor lacks.</summary>
    Unsupported = 6,

    /// <summary>Only on an encrypted or bonded link.</summary>
    NotAllowed = 7,

    /// <summary>Again later.</summary>
    Busy = 8,

    /// <summary>The inertial sensor or the motor failed.</summary>
    Hardware = 9,

    /// <summary>Too little charge.</summary>
    Battery = 10,
}
