namespace GaitSense.Training.Records;

/// <summary>Whether an attempt counts.</summary>
public enum Validity
{
    /// <summary>It counts.</summary>
    Valid,

    /// <summary>It counts once a person has looked at it.</summary>
    Attention,

    /// <summary>It does not count; it is kept with its reason.</summary>
    Invalid,
}
