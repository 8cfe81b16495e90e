namespace GaitSense.Core;

/// <summary>Where a swing went, seen along the foot's own long axis.</summary>
public enum WalkingDirection
{
    /// <summary>Not known, or not known yet.</summary>
    Unknown,

    /// <summary>Toward the toe.</summary>
    Forward,

    /// <summary>Toward the heel.</summary>
    Backward,

    /// <summary>Sideways to the wearer's left.</summary>
    Left,

    /// <summary>Sideways to the wearer's right.</summary>
    Right,

    /// <summary>Less than a tenth of a metre: stepping on the spot or turning.</summary>
    InPlace,
}
