namespace GaitSense.Analysis.Sides;

/// <summary>Whether the sensors are on the feet they are said to be on.</summary>
public enum SideVerdict
{
    /// <summary>Too few turns, or too little difference in them.</summary>
    CannotTell,

    /// <summary>The turns agree with what was said.</summary>
    AsWorn,

    /// <summary>The turns say that left and right are exchanged.</summary>
    Swapped,
}
