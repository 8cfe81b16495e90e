namespace GaitSense.Protocol;

/// <summary>Why a sensor cannot be used.</summary>
public enum SensorRefusalKind
{
    /// <summary>Its firmware has another major version of the protocol.</summary>
    Version,

    /// <summary>It does not answer.</summary>
    NoAnswer,

    /// <summary>It answers with an error.</summary>
    Error,

    /// <summary>What it says cannot be true.</summary>
    Nonsense,

    /// <summary>It cannot measure what a foot does.</summary>
    Unfit,
}
