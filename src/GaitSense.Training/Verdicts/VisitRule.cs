namespace GaitSense.Training.Verdicts;

/// <summary>How several attempts or sessions of one day become the one value of a visit.</summary>
public enum VisitRule
{
    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>The last of them.</summary>
    Last,
}
