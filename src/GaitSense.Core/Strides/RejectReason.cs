namespace GaitSense.Core;

/// <summary>Why a stride's numbers are not to be used.</summary>
public enum RejectReason
{
    /// <summary>The stride is valid.</summary>
    None,

    /// <summary>Samples were missing for longer than can be bridged (50 ms, or 2.5 sample periods where that is longer).</summary>
    Gap,

    /// <summary>No zero-velocity instant was found before or after the swing, so its length has no mid-stance reference.</summary>
    NoZeroVelocity,

    /// <summary>The recording or the walk was cut before the stride was complete.</summary>
    Incomplete,

    /// <summary>A sensor was at the end of its range for so long, and where it matters so much, that the length or the turn may be anything.</summary>
    Clipped,

    /// <summary>A number is outside what a foot can do.</summary>
    Implausible,

    /// <summary>The sensor moved on the shoe during the stride.</summary>
    MountingSlip,

    /// <summary>The sensor gave one and the same reading for more than 0.2 s.</summary>
    FrozenSensor,

    /// <summary>The sensor is known by then to be wrong: its axes, a scale, or its place (<see cref="SensorFault"/>).</summary>
    SensorFault,

    /// <summary>Times of samples were not known well enough: packets of a sensor that numbers none vanished, or its rate is not known (<see cref="UnsureTime"/>).</summary>
    UnsureTime,
}
