namespace GaitSense.Training.Verdicts;

/// <summary>What a published limit is a number of.</summary>
public enum LimitScale
{
    /// <summary>The quantity's unit.</summary>
    Absolute,

    /// <summary>Parts of the person's baseline.</summary>
    Fraction,
}
