namespace GaitSense.Recording.Checkup;

/// <summary>What a <see cref="Finding"/> is about.</summary>
public enum FindingKind
{
    /// <summary>A file cannot be read, or not to its end.</summary>
    Unreadable,

    /// <summary>Numbers contradict their units.</summary>
    Units,

    /// <summary>Samples are missing.</summary>
    Gaps,

    /// <summary>Times repeat, or do not fit the stated rate.</summary>
    Time,

    /// <summary>The sensor never rests.</summary>
    Rest,

    /// <summary>The gyroscope turns at rest.</summary>
    Bias,

    /// <summary>A column never changes.</summary>
    Stuck,

    /// <summary>Both feet hold the same numbers.</summary>
    SameData,

    /// <summary>The feet's clocks do not fit what is said of them.</summary>
    Clock,

    /// <summary>The sensors may be on the wrong feet.</summary>
    Sides,

    /// <summary>A sensor was at the end of its range.</summary>
    Saturation,

    /// <summary>What the analysis says of the walk.</summary>
    Walk,

    /// <summary>Something was lost before this copy of a recording was made.</summary>
    Loss,

    /// <summary>A sensor is frozen, mis-scaled, in other axes, late, or not on a foot.</summary>
    Sensor,
}
