namespace GaitSense.Core;

/// <summary>Which foot a sensor is worn on, seen by the wearer.</summary>
public enum Foot
{
    /// <summary>The left foot.</summary>
    Left,

    /// <summary>The right foot.</summary>
    Right,
}
