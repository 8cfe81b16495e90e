namespace GaitSense.Training.Verdicts;

/// <summary>What kind of number a published limit is.</summary>
public enum LimitStatistic
{
    /// <summary>Minimal detectable change, 95 %.</summary>
    Mdc,

    /// <summary>Smallest detectable change, 95 %: the same by its other name.</summary>
    Sdc,

    /// <summary>Minimal important change.</summary>
    Mic,
}
