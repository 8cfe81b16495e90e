namespace GaitSense.Protocol;

/// <summary>What a sensor has, SPEC.md section 7 (LIMITS).</summary>
[Flags]
public enum SensorFeatures : byte
{
    /// <summary>Nothing beyond what all have.</summary>
    None = 0,

    /// <summary>A vibration motor.</summary>
    Motor = 1,

    /// <summary>The logging profile.</summary>
    Logging = 2,

    /// <summary>It remembers its foot without power.</summary>
    KeepsFoot = 4,
}
