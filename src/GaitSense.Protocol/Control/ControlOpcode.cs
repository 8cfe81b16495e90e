namespace GaitSense.Protocol;

/// <summary>What a host may ask, SPEC.md section 7.</summary>
public enum ControlOpcode : byte
{
    /// <summary>Never sent.</summary>
    None = 0,

    /// <summary>Agree on a major version; first on each connection.</summary>
    Hello = 1,

    /// <summary>What the sensor can do.</summary>
    Limits = 2,

    /// <summary>Choose rate, ranges and profile.</summary>
    Configure = 3,

    /// <summary>Begin a stream.</summary>
    Start = 4,

    /// <summary>End the stream.</summary>
    Stop = 5,

    /// <summary>Exchange clocks.</summary>
    Time = 6,

    /// <summary>Run the motor, with an answer.</summary>
    Vibrate = 7,

    /// <summary>Say which foot the sensor sits on.</summary>
    SetFoot = 8,
}
