namespace GaitSense.Training.Verdicts;

/// <summary>Which way a quantity is better.</summary>
public enum BetterWay
{
    /// <summary>A larger value.</summary>
    Higher,

    /// <summary>A smaller value.</summary>
    Lower,

    /// <summary>A value nearer to 0, as of left against right.</summary>
    NearerZero,

    /// <summary>Neither: it is said that it changed, not that it is better or worse.</summary>
    Neither,
}
