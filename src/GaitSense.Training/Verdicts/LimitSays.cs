namespace GaitSense.Training.Verdicts;

/// <summary>What is said of a change that is larger than a limit.</summary>
public enum LimitSays
{
    /// <summary>That it is larger than measuring noise.</summary>
    Changed,

    /// <summary>That people in the limit's study called such a change important. It is said of a change that is larger than noise, and of no other.</summary>
    Meaningful,
}
