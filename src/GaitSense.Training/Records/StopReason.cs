namespace GaitSense.Training.Records;

/// <summary>Why a session ended early.</summary>
public enum StopReason
{
    /// <summary>It did not, or nobody said.</summary>
    None,

    /// <summary>Tired.</summary>
    Fatigue,

    /// <summary>Pain.</summary>
    Pain,

    /// <summary>A fall.</summary>
    Fall,

    /// <summary>Heat: warm, sight blurred, legs heavier.</summary>
    Heat,

    /// <summary>Enough for today, without another reason.</summary>
    Enough,

    /// <summary>Something else came: a call, a visitor.</summary>
    Interrupted,

    /// <summary>Sensors, sound or program failed.</summary>
    Technical,
}
