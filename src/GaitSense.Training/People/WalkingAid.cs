namespace GaitSense.Training.People;

/// <summary>What a person holds while walking.</summary>
public enum WalkingAid
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>One stick or crutch.</summary>
    OneStick,

    /// <summary>Two sticks, crutches or poles.</summary>
    TwoSticks,

    /// <summary>A frame with or without wheels.</summary>
    Walker,

    /// <summary>A person's arm.</summary>
    Person,

    /// <summary>A rail or parallel bars.</summary>
    Rail,
}
