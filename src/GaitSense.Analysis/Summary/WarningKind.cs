namespace GaitSense.Analysis.Summary;

/// <summary>What a <see cref="WalkWarning"/> is about.</summary>
public enum WarningKind
{
    /// <summary>The walk: too few strides, too many rejected, which way is forward.</summary>
    Walk,

    /// <summary>What those say who read the data (<see cref="Walks.WalkContext.Warnings"/>).</summary>
    Source,

    /// <summary>The feet's clocks.</summary>
    Clock,

    /// <summary>The sensors may be on the wrong feet.</summary>
    Sides,

    /// <summary>Numbers contradict their units.</summary>
    Units,

    /// <summary>A sensor was at the end of its range.</summary>
    Range,

    /// <summary>A sensor is frozen, mis-scaled, in other axes, late, or not on a foot.</summary>
    Sensor,
}
