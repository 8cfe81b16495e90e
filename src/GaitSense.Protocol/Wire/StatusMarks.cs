namespace GaitSense.Protocol;

/// <summary>The state of a sensor, SPEC.md section 6.</summary>
[Flags]
public enum StatusMarks : byte
{
    /// <summary>Nothing special.</summary>
    None = 0,

    /// <summary>It streams.</summary>
    Streaming = 1,

    /// <summary>Its battery is being charged.</summary>
    Charging = 2,

    /// <summary>Its battery is low.</summary>
    BatteryLow = 4,

    /// <summary>The inertial sensor failed.</summary>
    ImuFault = 8,

    /// <summary>The motor runs.</summary>
    MotorRunning = 16,
}
