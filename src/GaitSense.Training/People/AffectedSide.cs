namespace GaitSense.Training.People;

/// <summary>The weaker side of a person.</summary>
public enum AffectedSide
{
    /// <summary>Neither, or not known.</summary>
    None,

    /// <summary>The left.</summary>
    Left,

    /// <summary>The right.</summary>
    Right,

    /// <summary>Both alike.</summary>
    Both,
}
