namespace GaitSense.Protocol;

/// <summary>The foot that a sensor says it sits on.</summary>
public enum SensorFoot : byte
{
    /// <summary>It does not know.</summary>
    Unknown = 0,

    /// <summary>The left foot.</summary>
    Left = 1,

    /// <summary>The right foot.</summary>
    Right = 2,
}
